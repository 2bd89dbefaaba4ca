package keiyaku.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;

/**
 * Something that happens to a contract by itself on a day: at its start, but for notices, which are
 * given at nine in the morning.
 */
record Event(Kind kind, LocalDate on) {

    private static final LocalTime NOTICES = LocalTime.of(9, 0);

    /** In the order in which they happen when they fall on one day. */
    enum Kind {
        CANCELLATION,
        PAID_START,
        TRIAL_END,
        /** What follows a server contract's term is charged, days before it begins. */
        RENEWAL,
        /** What follows an option's own term is charged. */
        OPTION_RENEWAL,
        TERM_END,
        OPTION_END,
        /** A server contract that nothing followed is deleted. */
        GRACE_END,
        /** An order that nobody paid. */
        LAPSE,
        /** An option that was ordered for a running contract, and that nobody paid. */
        OPTION_LAPSE,
        PART,
        TRIAL_NOTICE,
        REMINDER
    }

    static final Comparator<Event> ORDER =
            Comparator.comparing(Event::on).thenComparing(Event::kind);

    Instant at(ZoneId zone) {
        return kind == Kind.TRIAL_NOTICE || kind == Kind.REMINDER
                ? on.atTime(NOTICES).atZone(zone).toInstant()
                : on.atStartOfDay(zone).toInstant();
    }
}
