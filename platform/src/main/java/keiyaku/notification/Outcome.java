package keiyaku.notification;

/** How one attempt to send ended. */
sealed interface Outcome {

    record Sent() implements Outcome {}

    /** The address takes no mail; trying again would not help. */
    record Bounced(String reason) implements Outcome {}

    /** Perhaps later: no connection, a full mailbox, a busy server. */
    record NotNow(String reason) implements Outcome {}

    /** Never: the provider refused it, or there is nowhere to send it to. */
    record Never(String reason) implements Outcome {}
}
