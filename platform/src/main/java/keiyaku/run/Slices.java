package keiyaku.run;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import keiyaku.run.DueWork.Subject;

/**
 * How due pieces are shared: an account's pieces always fall into one slice, slices are worked on
 * at once. When others hold most of what was read, the window widens and slices are drawn from it
 * by chance, so that processes come to work beside each other without a leader.
 */
record Slices(int count, BooleanSupplier stop) {

    /** One after the other, in order: for scenarios, where chance has no place. */
    static final Slices ONE = new Slices(1, () -> false);

    private static final int WIDEST = 8;

    boolean stopped() {
        return stop.getAsBoolean();
    }

    /** The chunks of this round, each at most as large as the work bears. */
    List<List<Subject>> of(List<Subject> due, int window, int chunkSize) {
        if (count == 1 && window == 1) {
            return List.of(due);
        }
        var drawn = drawn(count * window);
        var slices = new ArrayList<List<Subject>>();
        IntStream.range(0, count).forEach(i -> slices.add(new ArrayList<>()));
        for (var subject : due) {
            int place = drawn.indexOf(slice(subject.account(), count * window));
            if (place >= 0 && place < count && slices.get(place).size() < chunkSize) {
                slices.get(place).add(subject);
            }
        }
        slices.removeIf(List::isEmpty);
        return slices;
    }

    /** Does all chunks at once; waits for each, then throws the first failure. */
    void each(List<List<Subject>> chunks, Consumer<List<Subject>> perform) {
        if (chunks.size() == 1) {
            perform.accept(chunks.getFirst());
            return;
        }
        List<Future<?>> running = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            chunks.forEach(chunk -> running.add(threads.submit(() -> perform.accept(chunk))));
        }
        for (var chunk : running) {
            if (chunk.state() == Future.State.FAILED) {
                throw chunk.exceptionNow() instanceof RuntimeException e
                        ? e
                        : new IllegalStateException(chunk.exceptionNow());
            }
        }
    }

    static int nextWindow(int window, long taken, List<List<Subject>> chunks) {
        long given = chunks.stream().mapToLong(List::size).sum();
        return taken * 2 < given ? Math.min(WIDEST, window * 2) : Math.max(1, window / 2);
    }

    private static List<Integer> drawn(int slices) {
        var order = new ArrayList<>(IntStream.range(0, slices).boxed().toList());
        java.util.Collections.shuffle(order, ThreadLocalRandom.current());
        return order;
    }

    private static int slice(UUID account, int slices) {
        return Integer.remainderUnsigned(account.hashCode() * 0x9E3779B9, slices);
    }
}
