package keiyaku.shared;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days from start (included) to end (excluded); never empty. Pages and the API show lastDay. */
public record Period(LocalDate start, LocalDate end) {

    public Period {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a period of no days: " + start + " to " + end);
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(start, end);
    }

    public LocalDate lastDay() {
        return end.minusDays(1);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }

    public boolean overlaps(Period other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** The part of this period from a day on; the day lies inside it. */
    public Period from(LocalDate day) {
        return new Period(day, end);
    }

    @Override
    public String toString() {
        return start + ".." + lastDay();
    }
}
