package keiyaku.bench.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** So many at once, each with one request after the other; what they measured of them. */
record Clients(double perSecond, double p50Millis, double p99Millis) {

    /** One request of a client. */
    interface Request {
        void send(int client, int number) throws Exception;
    }

    static Clients measure(int clients, int requests, Request request) throws Exception {
        int each = Math.max(1, requests / clients);
        var tasks = new ArrayList<Callable<List<Long>>>();
        for (int i = 0; i < clients; i++) {
            int client = i;
            tasks.add(() -> timed(client, each, request));
        }
        var nanos = new ArrayList<Long>();
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(tasks)) {
                nanos.addAll(one.get());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        nanos.sort(Long::compare);
        return new Clients(nanos.size() / seconds, at(nanos, 0.5), at(nanos, 0.99));
    }

    private static List<Long> timed(int client, int requests, Request request) throws Exception {
        var nanos = new ArrayList<Long>(requests);
        for (int i = 0; i < requests; i++) {
            long before = System.nanoTime();
            request.send(client, i);
            nanos.add(System.nanoTime() - before);
        }
        return nanos;
    }

    private static double at(List<Long> sorted, double share) {
        int place = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, place)) / 1e6;
    }
}
