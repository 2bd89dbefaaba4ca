package sandbox.acquirer;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The answers that are lined up per token, first in first out. */
final class Wills {
    private final Map<String, Queue<Will>> queues = new ConcurrentHashMap<>();

    void add(String token, Will will, int times) {
        queues.compute(
                token,
                (key, queue) -> {
                    var longer = queue == null ? new ArrayDeque<Will>() : queue;
                    for (int i = 0; i < times; i++) {
                        longer.add(will);
                    }
                    return longer.isEmpty() ? null : longer;
                });
    }

    /** Takes the next answer for this token; null when none is lined up. */
    @Nullable Will take(String token) {
        if (queues.isEmpty()) {
            return null;
        }
        var taken = new Will[1];
        queues.computeIfPresent(
                token,
                (key, queue) -> {
                    taken[0] = queue.poll();
                    return queue.isEmpty() ? null : queue;
                });
        return taken[0];
    }

    void clear(String token) {
        queues.remove(token);
    }

    int waiting(String token) {
        Queue<Will> queue = queues.get(token);
        return queue == null ? 0 : queue.size();
    }

    int waiting() {
        return queues.values().stream().mapToInt(Queue::size).sum();
    }
}
