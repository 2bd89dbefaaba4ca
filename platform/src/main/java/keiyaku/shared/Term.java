package keiyaku.shared;

import java.time.DateTimeException;

/** The length that a contract is agreed for, in whole months; 1 to 120. Written P1M, P6M, P1Y. */
public record Term(int months) implements Comparable<Term> {

    public static final Term MONTH = new Term(1);

    private static final int LONGEST = 120;

    public Term {
        if (months < 1 || months > LONGEST) {
            throw new IllegalArgumentException("a term is 1 to 120 months, not " + months);
        }
    }

    /** Reads P1M or P1Y; throws IllegalArgumentException that says what is allowed. */
    public static Term parse(String text) {
        try {
            if (text.contains("D") || text.contains("W")) {
                throw new IllegalArgumentException("a term is in months or years: P1M, P1Y");
            }
            return new Term(Math.toIntExact(java.time.Period.parse(text).toTotalMonths()));
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a term; write P1M, P6M, P1Y", e);
        }
    }

    public boolean isYearOrLonger() {
        return months >= 12;
    }

    @Override
    public int compareTo(Term other) {
        return Integer.compare(months, other.months);
    }

    @Override
    public String toString() {
        return months % 12 == 0 ? "P" + months / 12 + "Y" : "P" + months + "M";
    }
}
