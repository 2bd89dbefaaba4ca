package keiyaku.payment.gateway;

/** What an acquirer made of a call. A time-out is no refusal: it may have taken the money. */
public sealed interface Outcome {

    /** The acquirer holds the amount; it is not taken yet. */
    record Authorized(String paymentId) implements Outcome {}

    /** The amount is taken. */
    record Captured(String paymentId) implements Outcome {}

    /** A part was given back. */
    record Refunded(String paymentId) implements Outcome {}

    /** What was held is let go. */
    record Released(String paymentId) implements Outcome {}

    /**
     * Nothing was taken.
     *
     * @param reason a stable code, kebab-case: insufficient-funds, stolen, …
     * @param hard refused for good, so it must not be tried again by itself (B-20)
     */
    record Refused(String reason, boolean hard) implements Outcome {}

    /** It cannot be told whether it had an effect; to be looked up. */
    record Unknown(String why) implements Outcome {}
}
