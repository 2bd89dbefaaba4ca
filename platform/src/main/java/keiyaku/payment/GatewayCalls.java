package keiyaku.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import keiyaku.payment.gateway.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes many calls at once, each on a virtual thread; the gateway bounds how many go out. */
final class GatewayCalls {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayCalls.class);

    private GatewayCalls() {}

    record Answered<T>(T asked, Outcome outcome) {}

    /** What could not be written, and why; the reason is null when all was. */
    record Unwritten<T>(List<T> asked, @Nullable RuntimeException why) {}

    static <T> List<Answered<T>> all(List<T> asked, Function<T, Outcome> call) {
        if (asked.size() == 1) {
            return List.of(answered(asked.getFirst(), call));
        }
        List<Future<Answered<T>>> coming;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            coming = asked.stream().map(a -> threads.submit(() -> answered(a, call))).toList();
        }
        return coming.stream().map(Future::resultNow).toList();
    }

    // A fault of ours in one call must not lose the answers to the others; it is looked up later.
    private static <T> Answered<T> answered(T asked, Function<T, Outcome> call) {
        try {
            return new Answered<>(asked, call.apply(asked));
        } catch (RuntimeException e) {
            LOG.error("{} failed before its answer", asked, e);
            return new Answered<>(asked, new Outcome.Unknown("fault"));
        }
    }

    /**
     * Writes the answers set-wise; when that fails, one by one, since the money of the others has
     * moved all the same.
     */
    static <T> Unwritten<T> write(List<Answered<T>> answers, Consumer<List<Answered<T>>> write) {
        try {
            write.accept(answers);
            return new Unwritten<>(List.of(), null);
        } catch (RuntimeException e) {
            return answers.size() == 1
                    ? new Unwritten<>(List.of(answers.getFirst().asked()), e)
                    : writeSingly(answers, write);
        }
    }

    private static <T> Unwritten<T> writeSingly(
            List<Answered<T>> answers, Consumer<List<Answered<T>>> write) {
        var left = new ArrayList<T>();
        RuntimeException why = null;
        for (var answer : answers) {
            var unwritten = write(List.of(answer), write);
            left.addAll(unwritten.asked());
            why = unwritten.why() == null ? why : unwritten.why();
        }
        return new Unwritten<>(left, why);
    }
}
