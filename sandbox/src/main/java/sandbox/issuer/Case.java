package sandbox.issuer;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sandbox.card.Brand;
import sandbox.shared.Language;
import sandbox.threeds.AuthenticationValue;
import sandbox.threeds.Eci;
import sandbox.threeds.Message;

/** One authentication that needs the cardholder: what was asked, and how far it has come. */
record Case(
        Message request,
        CardFace card,
        Instant startedAt,
        int wrongCodes,
        Misbehaviour misbehaviour,
        long delayMillis,
        @Nullable Message result) {
    static final int TRIES = 3;
    private static final Duration OPEN_FOR = Duration.ofMinutes(10);
    private static final String TIMED_OUT = "14";
    private static final String FAILED = "01";

    /** What the page shows of the card. */
    record CardFace(Brand brand, String last4, Language language) {}

    String acsTransId() {
        return request.require("acsTransID");
    }

    String notificationUrl() {
        return request.require("notificationURL");
    }

    boolean over() {
        return result != null;
    }

    boolean late(Instant now) {
        return misbehaviour == Misbehaviour.EXPIRED || !now.isBefore(startedAt.plus(OPEN_FOR));
    }

    Case misbehaving(Misbehaviour how, long millis) {
        return new Case(request, card, startedAt, wrongCodes, how, millis, result);
    }

    Case wrongCode() {
        return new Case(
                request, card, startedAt, wrongCodes + 1, misbehaviour, delayMillis, result);
    }

    Case answered(Reply reply, Instant now) {
        var decided = late(now) ? timedOut() : judged(reply);
        return new Case(request, card, startedAt, wrongCodes, misbehaviour, delayMillis, decided);
    }

    private Message judged(Reply reply) {
        if (reply == Reply.PASS && misbehaviour != Misbehaviour.FORGED_CRES) {
            return result("Y").with("authenticationValue", AuthenticationValue.next());
        }
        Message refused = result("N").with("transStatusReason", FAILED);
        return reply == Reply.CANCEL ? refused.with("challengeCancel", "01") : refused;
    }

    private Message timedOut() {
        return result("N").with("transStatusReason", TIMED_OUT).with("challengeCancel", "04");
    }

    private Message result(String transStatus) {
        return Message.of("RReq")
                .with(request, "messageCategory", "threeDSServerTransID", "acsTransID", "dsTransID")
                .with("transStatus", transStatus)
                .with("eci", Eci.of(card.brand(), transStatus))
                // 02 dynamic: the code is made for this one time.
                .with("authenticationType", "02")
                .with("interactionCounter", "%02d".formatted(Math.min(wrongCodes + 1, 99)));
    }

    /** What the browser takes back; a forged one says Y whatever the result is. */
    Message browserResult() {
        boolean claims =
                misbehaviour == Misbehaviour.FORGED_CRES || misbehaviour == Misbehaviour.NO_RREQ;
        String transStatus =
                claims || (result != null && "Y".equals(result.get("transStatus"))) ? "Y" : "N";
        return Message.of("CRes")
                .with(request, "threeDSServerTransID", "acsTransID")
                .with("transStatus", transStatus);
    }
}
