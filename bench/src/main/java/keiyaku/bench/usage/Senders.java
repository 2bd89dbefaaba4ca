package keiyaku.bench.usage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import keiyaku.shared.AccountId;
import tools.jackson.databind.json.JsonMapper;

/** Clients that send batches of events, some of them twice, until all are sent. */
final class Senders {

    /** One batch of so many is sent again at once, as after a lost answer. */
    private static final int AGAIN_EVERY = 20;

    private static final int DAYS = 20;

    private final String address;
    private final String key;
    private final List<AccountId> accounts;
    private final int batch;

    Senders(String address, String key, List<AccountId> accounts, int batch) {
        this.address = address;
        this.key = key;
        this.accounts = accounts;
        this.batch = batch;
    }

    /** How many were counted as new, and how many as known. */
    record Sent(long taken, long known, double seconds) {}

    /** Events with numbers from one on, each batch of one account. */
    Sent send(int from, int count, int clients) throws IOException, InterruptedException {
        var next = new AtomicInteger();
        int batches = (count + batch - 1) / batch;
        var taken = new AtomicLong();
        var known = new AtomicLong();
        var sending = new ArrayList<Callable<Integer>>();
        for (int client = 0; client < clients; client++) {
            sending.add(
                    () -> {
                        try (var http = HttpClient.newHttpClient()) {
                            for (int b = next.getAndIncrement();
                                    b < batches;
                                    b = next.getAndIncrement()) {
                                int first = from + b * batch;
                                int last = Math.min(first + batch, from + count);
                                var body = body(first, last, accounts.get(b % accounts.size()));
                                for (int i = b % AGAIN_EVERY == 0 ? 2 : 1; i > 0; i--) {
                                    post(http, body, taken, known);
                                }
                            }
                        }
                        return 0;
                    });
        }
        long before = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (var done : threads.invokeAll(sending)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        return new Sent(taken.get(), known.get(), (System.nanoTime() - before) / 1e9);
    }

    private void post(HttpClient http, String body, AtomicLong taken, AtomicLong known)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(address + "/api/v1/usage"))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + ": " + answer.body());
        }
        var counted = JsonMapper.shared().readTree(answer.body());
        taken.addAndGet(counted.required("taken").asLong());
        known.addAndGet(counted.required("known").asLong());
    }

    private static String body(int first, int last, AccountId account) {
        var json = new StringBuilder(160 * (last - first)).append("{\"events\":[");
        for (int i = first; i < last; i++) {
            json.append(i == first ? "" : ",")
                    .append("{\"id\":\"evt-")
                    .append(i)
                    .append("\",\"account\":\"")
                    .append(account)
                    .append("\",\"product\":\"storage\",\"meter\":\"")
                    .append(i % 2 == 0 ? "stored" : "requests")
                    .append("\",\"quantity\":\"1.")
                    .append(i % 100)
                    .append("5\",\"time\":\"2027-01-")
                    .append(i % DAYS < 9 ? "0" : "")
                    .append(i % DAYS + 1)
                    .append("T12:00:00+09:00\"}");
        }
        return json.append("]}").toString();
    }
}
