package keiyaku.notification;

/** A fact that is a secret (a code, a one-time link): erased from the row once it was sent. */
public record Secret(String value) {

    @Override
    public String toString() {
        return "secret";
    }
}
