package keiyaku.shared;

/** A command was refused by a rule; nothing has been changed. Mapped once, at the edge. */
public final class RefusedException extends RuntimeException {

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.code() + " " + refusal.facts());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
