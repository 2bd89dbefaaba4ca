package keiyaku.member;

import java.util.Locale;

/** The steps of M-2, in their order. */
public enum SignUpStep {
    PLACE,
    TERMS,
    FORM,
    MAIL,
    PHONE,
    LANGUAGE,
    DONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this step may be opened while another one is where the sign-up stands. */
    public boolean isOpenAt(SignUpStep reached) {
        return reached == DONE ? this == DONE : compareTo(reached) <= 0;
    }
}
