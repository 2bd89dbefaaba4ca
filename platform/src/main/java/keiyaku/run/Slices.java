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

    /** So many chunks of a slice are read at once: reading and waiting for each other cost less. */
    private static final int CHUNKS = 8;

    boolean stopped() {
        return stop.getAsBoolean();
    }

    /** How many due pieces are read for a round. */
    int read(int window, int chunkSize) {
        return count == 1 ? chunkSize * window : chunkSize * count * window * CHUNKS;
    }

    /** What each slice does in this round, one chunk after the other. */
    List<List<Subject>> of(List<Subject> due, int window, int chunkSize) {
        if (count == 1 && window == 1) {
            return List.of(due);
        }
        int most = count == 1 ? chunkSize : chunkSize * CHUNKS;
        var drawn = drawn(count * window);
        var slices = new ArrayList<List<Subject>>();
        IntStream.range(0, count).forEach(i -> slices.add(new ArrayList<>()));
        for (var subject : due) {
            int place = drawn.indexOf(slice(subject.account(), count * window));
            if (place >= 0 && place < count && slices.get(place).size() < most) {
                slices.get(place).add(subject);
            }
        }
        slices.removeIf(List::isEmpty);
        return slices;
    }

    /** Does all slices at once; waits for each, then throws the first failure. */
    void each(List<List<Subject>> slices, Consumer<List<Subject>> perform) {
        if (slices.size() == 1) {
            perform.accept(slices.getFirst());
            return;
        }
        List<Future<?>> running = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            slices.forEach(slice -> running.add(threads.submit(() -> perform.accept(slice))));
        }
        for (var slice : running) {
            if (slice.state() == Future.State.FAILED) {
                throw slice.exceptionNow() instanceof RuntimeException e
                        ? e
                        : new IllegalStateException(slice.exceptionNow());
            }
        }
    }

    static int nextWindow(int window, long taken, List<List<Subject>> slices) {
        long given = slices.stream().mapToLong(List::size).sum();
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
