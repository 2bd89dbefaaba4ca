package keiyaku.certificate;

import java.util.Locale;

/** How far a bought certificate is. */
public enum Step {
    /** No name is set yet. */
    NAMELESS,
    /** To be ordered at the authority. */
    ORDERED,
    /** The holder of the name has to put the proof, and to say when it is there. */
    WAITING,
    /** The authority looks for the proof. */
    CHECKING,
    /** Proven; the certificate is being made. */
    ISSUING,
    /** Issued; it is renewed for as long as it is paid. */
    ISSUED,
    /** The authority will not, or has not answered for days. */
    FAILED,
    /** The option has ended. */
    ENDED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Step of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
