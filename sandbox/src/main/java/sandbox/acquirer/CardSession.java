package sandbox.acquirer;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Language;

/** One visit of a cardholder to the hosted fields, from its opening to its result. */
record CardSession(
        String id,
        Terms terms,
        Instant openedAt,
        SessionStatus status,
        @Nullable String failureCode,
        @Nullable Card card,
        @Nullable String later,
        @Nullable String token,
        @Nullable ThreeDS threeDS,
        @Nullable Challenge challenge) {
    static final Duration OPEN_FOR = Duration.ofMinutes(30);
    // EMV 3-D Secure: an interaction with the issuer ends after ten minutes.
    static final Duration CHALLENGE_FOR = Duration.ofMinutes(10);

    /** What the merchant asked for. Without {@code threeDSRequired} a card may lack 3-D Secure. */
    record Terms(
            String merchantOrigin,
            Language language,
            String reference,
            long amount,
            String currency,
            boolean threeDSRequired) {}

    static CardSession open(String id, Terms terms, Instant now) {
        return new CardSession(
                id, terms, now, SessionStatus.OPEN, null, null, null, null, null, null);
    }

    CardSession withCard(Card chosen, @Nullable String refusedLater) {
        return new CardSession(
                id, terms, openedAt, status, null, chosen, refusedLater, null, null, null);
    }

    CardSession challenged(ThreeDS so, Challenge by) {
        return new CardSession(
                id, terms, openedAt, SessionStatus.CHALLENGE, null, card, later, null, so, by);
    }

    CardSession completed(StoredCard stored, ThreeDS result) {
        return new CardSession(
                id,
                terms,
                openedAt,
                SessionStatus.COMPLETED,
                null,
                stored.card(),
                later,
                stored.token(),
                result,
                challenge);
    }

    CardSession ended(SessionStatus how, @Nullable String code, @Nullable ThreeDS result) {
        return new CardSession(
                id, terms, openedAt, how, code, card, later, null, result, challenge);
    }

    /** This session as time has left it: an hour later nothing is open any more. */
    CardSession at(Instant now) {
        if (status == SessionStatus.CHALLENGE
                && challenge != null
                && !now.isBefore(challenge.startedAt().plus(CHALLENGE_FOR))) {
            return ended(SessionStatus.FAILED, "three-ds-timeout", threeDS);
        }
        if (status == SessionStatus.OPEN && !now.isBefore(openedAt.plus(OPEN_FOR))) {
            return ended(SessionStatus.EXPIRED, null, null);
        }
        return this;
    }
}
