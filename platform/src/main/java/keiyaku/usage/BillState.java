package keiyaku.usage;

import java.util.Locale;

/** Where the bill of a month stands (B-8). */
public enum BillState {
    /** Its month goes on. */
    COLLECTING,
    /** Its month is over; late events still come onto it. */
    DRAFT,
    /** Numbered and issued, or empty. */
    FINAL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static BillState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
