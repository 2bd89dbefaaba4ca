package keiyaku.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.Supplier;
import keiyaku.shared.AccountId;
import keiyaku.shared.BadInputException;
import keiyaku.shared.MovableClock;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import keiyaku.web.ApiProblems;
import keiyaku.web.api.AnswerStore.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does a POST once for its Idempotency-Key: the key is claimed in a transaction of its own, the
 * deed and its answer are a second one. A refusal is an answer as well; a fault of ours gives the
 * key back. A claim whose process died lapses after a minute.
 */
@Component
class Posts {

    private static final Duration LAPSES = Duration.ofMinutes(1);
    private static final int LONGEST = 255;

    private final AnswerStore store;
    private final ApiProblems problems;
    private final TransactionOperations transaction;
    private final Clock clock;

    Posts(
            AnswerStore store,
            ApiProblems problems,
            TransactionOperations transaction,
            MovableClock clock) {
        this.store = store;
        this.problems = problems;
        this.transaction = transaction;
        this.clock = clock;
    }

    ResponseEntity<String> once(
            HttpServletRequest request, AccountId account, String body, Supplier<Answer> deed) {
        return once(request, account, body, deed, true);
    }

    /** As {@link #once}, for a deed that asks someone outside and so has its own transactions. */
    ResponseEntity<String> onceOutside(
            HttpServletRequest request, AccountId account, String body, Supplier<Answer> deed) {
        return once(request, account, body, deed, false);
    }

    private ResponseEntity<String> once(
            HttpServletRequest request,
            AccountId account,
            String body,
            Supplier<Answer> deed,
            boolean together) {
        var key = key(request);
        if (key == null) {
            return deed.get().sent();
        }
        var asked = new Asked(account, key, request.getRequestURI(), hash(key, body));
        // The database keeps microseconds, and the claim is found again by its instant.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var known = store.claim(asked, now) ? null : known(asked, now);
        return known != null ? known.sent() : perform(request, asked, now, deed, together).sent();
    }

    /** The stored answer; null when a lapsed claim was taken over. */
    private @Nullable Answer known(Asked asked, Instant now) {
        var row = store.find(asked).orElseThrow(Posts::running);
        if (!row.path().equals(asked.path())
                || !MessageDigest.isEqual(row.bodyHash(), asked.bodyHash())) {
            throw new BadInputException("Idempotency-Key", "idempotency-key-reused");
        }
        if (row.status() != null && row.contentType() != null && row.answer() != null) {
            return new Answer(row.status(), row.contentType(), row.answer());
        }
        if (row.claimedAt().plus(LAPSES).isAfter(now)
                || !store.takeOver(asked, row.claimedAt(), now)) {
            throw running();
        }
        return null;
    }

    private Answer perform(
            HttpServletRequest request,
            Asked asked,
            Instant claimed,
            Supplier<Answer> deed,
            boolean together) {
        try {
            if (!together) {
                var answer = deed.get();
                keep(asked, claimed, answer);
                return answer;
            }
            return Objects.requireNonNull(
                    transaction.execute(
                            status -> {
                                var answer = deed.get();
                                keep(asked, claimed, answer);
                                return answer;
                            }));
        } catch (RefusedException | BadInputException e) {
            var answer = Answer.problem(problems.of(request, e));
            keep(asked, claimed, answer);
            return answer;
        } catch (RuntimeException e) {
            store.release(asked, claimed);
            throw e;
        }
    }

    private void keep(Asked asked, Instant claimed, Answer answer) {
        if (!store.answer(asked, claimed, answer)) {
            throw running();
        }
    }

    /** With and without the quotes of a structured field. */
    private static @Nullable String key(HttpServletRequest request) {
        var header = request.getHeader("Idempotency-Key");
        if (header == null) {
            return null;
        }
        var key = header.strip().replaceAll("^\"(.*)\"$", "$1");
        if (!key.matches("[\\x21-\\x7e]{1," + LONGEST + "}")) {
            throw new BadInputException("Idempotency-Key", "idempotency-key");
        }
        return key;
    }

    private static RefusedException running() {
        return new RefusedException(Refusal.of("request-running"));
    }

    /** Of the body without passwords, which must not be found out from a stored hash. */
    private static byte[] hash(String key, String body) {
        var plain = body.replaceAll("\"adminPassword\"\\s*:\\s*\"(?:[^\"\\\\]|\\\\.)*\"", "");
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((key + '\n' + plain).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
