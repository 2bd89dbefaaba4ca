package keiyaku.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import keiyaku.certificate.authority.Answer;
import org.jspecify.annotations.Nullable;

/** What an answer of the authority means: the next step, when it is due, and what is told. */
final class Progress {

    /** When the authority is asked again after it did not answer; then it has failed. */
    private static final List<Duration> UNANSWERED =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    Duration.ofDays(1),
                    Duration.ofDays(1),
                    Duration.ofDays(2));

    /** When a proof that was not found is looked for again by itself: records take their time. */
    private static final List<Duration> NOT_FOUND =
            List.of(
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(12));

    private Progress() {}

    /**
     * @param mail the template by which the member is told; null when nothing needs to be
     */
    record Next(Row row, @Nullable String mail) {}

    /** All answers but those that bring a certificate. */
    static Next after(Row row, Answer answer, Instant now) {
        return switch (answer) {
            case Answer.Asks asks ->
                    new Next(row.placed(asks.order(), proof(asks)), "certificate-proof");
            case Answer.Ready ready ->
                    throw new IllegalStateException("ready needs a key: " + ready.order());
            case Answer.NotFound(var why) -> notFound(row, why, now);
            // The authority takes this proof no longer: another order has another one.
            case Answer.GivenUp(var why) -> new Next(row.again(why, now), null);
            case Answer.Refused(var why) ->
                    new Next(row.to(Step.FAILED, why, null), "certificate-failed");
            case Answer.NotNow notNow -> notNow(row, notNow.wish(), now);
            case Answer.Made made ->
                    throw new IllegalStateException("made is written by itself: " + made.name());
        };
    }

    private static Next notFound(Row row, String why, Instant now) {
        int tries = row.tries();
        return tries < NOT_FOUND.size()
                ? new Next(row.tried(tries + 1, why, now.plus(NOT_FOUND.get(tries))), null)
                : new Next(row.to(Step.WAITING, why, null), "certificate-not-proven");
    }

    private static Next notNow(Row row, Duration wish, Instant now) {
        int tries = row.tries();
        if (tries >= UNANSWERED.size()) {
            return new Next(row.to(Step.FAILED, "authority-silent", null), "certificate-failed");
        }
        var wait = UNANSWERED.get(tries);
        var longer = wish.compareTo(wait) > 0 ? wish : wait;
        return new Next(row.tried(tries + 1, row.reason(), now.plus(longer)), null);
    }

    private static Proof proof(Answer.Asks asks) {
        return new Proof(
                asks.recordName(), asks.recordValue(), asks.filePath(), asks.fileContent());
    }
}
