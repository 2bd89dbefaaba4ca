package keiyaku.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import keiyaku.database.DatabaseAccess;
import keiyaku.database.Verification;
import keiyaku.run.Runs;
import keiyaku.run.TimeMachine;
import keiyaku.testing.App;
import keiyaku.testing.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import sandbox.Options;
import sandbox.Sandbox;
import tools.jackson.databind.json.JsonMapper;

/**
 * B-22, B-40: three processes share paid starts and collections that are overdue; one after the
 * other is killed with kill -9 at a random moment. Others go on, nothing is lost, nothing is
 * doubled.
 */
class WorkersCrashTest {

    /** Fifty take five minutes on two cores (-Dkills=50); each needs a start of the product. */
    private static final int KILLS = Integer.getInteger("kills", 12);

    private static final int WORKERS = 3;
    private static final int MEMBERS_A_KILL = 40;
    private static final int LONGEST_WAIT_MILLIS = 400;

    /** Trials begin so long ago; they become paid contracts some days before now. */
    private static final Duration AGO = Duration.ofDays(33);

    private static final int PAID_AFTER_DAYS = 28;

    private static final Options.Keys KEYS =
            new Options.Keys(Child.KEY, Child.KEY, Child.PRODUCT_SECRET, Child.KEY, Child.KEY);

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Instant begin = Instant.now().minus(AGO);
    private final Sandbox sandbox = Sandbox.start(Options.free().with(KEYS));
    private final DatabaseAccess access = TestDatabases.fresh();
    private final List<Worker> workers = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AfterEach
    void stop() throws InterruptedException {
        for (var worker : workers) {
            worker.close();
        }
        sandbox.close();
    }

    @Test
    void killedAgainAndAgainTheyGoOn() throws Exception {
        latency(20);
        var app = App.start(settings());
        try {
            var people =
                    new TakenOver(
                            app,
                            sandbox.acquirer(),
                            begin.atZone(TakenOver.ZONE).toLocalDate().minusDays(1));
            int atWork = killAgainAndAgain(app, people);
            var how = "seed " + seed + ", killed at work " + atWork + " times";
            assertThat(atWork).as(how).isGreaterThan(KILLS / 3);
            Child.await(() -> overdue(app) == 0, "the rest to be done; " + how);
            for (var worker : workers) {
                worker.kill();
            }
            // What was with the acquirer when a worker was killed is looked up some minutes later.
            app.part(TimeMachine.class).moveTo(Instant.now().plus(Duration.ofHours(2)));
            check(app, people.count(), how);
        } finally {
            app.stop();
        }
    }

    private int killAgainAndAgain(App app, TakenOver people) throws Exception {
        var jar = WorkerJar.make(folder, environment());
        for (int i = 0; i < WORKERS; i++) {
            workers.add(new Worker(jar.start(environment())));
        }
        var paidFrom = begin.atZone(TakenOver.ZONE).toLocalDate().plusDays(PAID_AFTER_DAYS);
        int atWork = 0;
        for (int i = 0; i < KILLS; i++) {
            Child.await(() -> working().size() >= WORKERS - 1, "workers to work");
            people.add(MEMBERS_A_KILL, paidFrom);
            Thread.sleep(random.nextInt(LONGEST_WAIT_MILLIS));
            var victim = working().get(random.nextInt(working().size()));
            atWork += overdue(app) > 0 ? 1 : 0;
            victim.kill();
            workers.remove(victim);
            workers.add(new Worker(jar.start(environment())));
        }
        return atWork;
    }

    private List<Worker> working() {
        return workers.stream().filter(Worker::isWorking).toList();
    }

    private void check(App app, int members, String how) throws Exception {
        var findings = new ArrayList<String>();
        boolean holds =
                app.part(Verification.class)
                        .run(result -> result.findings().forEach(f -> findings.add(f.toString())));
        assertThat(findings).as(how).isEmpty();
        assertThat(holds).as(how).isTrue();
        assertThat(app.part(Runs.class).parked(10)).as(how).isEmpty();

        var jdbc = app.part(JdbcClient.class);
        assertThat(members).isEqualTo(KILLS * MEMBERS_A_KILL);
        long expected = members;
        assertThat(count(jdbc, "billing.charge")).as("charges, " + how).isEqualTo(expected);
        assertThat(count(jdbc, "payment.payment WHERE state = 'captured'"))
                .as("captured, " + how)
                .isEqualTo(expected);
        assertThat(count(jdbc, "billing.receivable WHERE open <> 0")).as(how).isZero();
        var gaps =
                """
                SELECT left(number, 4) AS year, max(right(number, 6)::bigint) - count(*) AS missing
                FROM billing.invoice GROUP BY 1
                """;
        assertThat(jdbc.sql(gaps).query((row, i) -> row.getLong("missing")).list())
                .as("numbers left out, " + how)
                .isNotEmpty()
                .allMatch(missing -> missing == 0);
        assertThat(capturedAtAcquirer()).as("at the acquirer, " + how).isEqualTo(expected);
    }

    private static long overdue(App app) {
        var sql =
                """
                SELECT (SELECT count(*) FROM contract.contract WHERE next_at <= :now)
                     + (SELECT count(*) FROM billing.receivable WHERE collect_at <= :now)\
                """;
        var now = Instant.now().atOffset(java.time.ZoneOffset.UTC);
        return app.part(JdbcClient.class).sql(sql).param("now", now).query(Long.class).single();
    }

    private static long count(JdbcClient jdbc, String from) {
        return jdbc.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    /** By the acquirer's own count, which knows what really was taken from cards. */
    private long capturedAtAcquirer() throws Exception {
        return JsonMapper.shared()
                .readTree(send(HttpRequest.newBuilder(at("/control/state"))))
                .required("byStatus")
                .required("captured")
                .asLong();
    }

    private void latency(int millis) throws Exception {
        send(
                HttpRequest.newBuilder(at("/control/latency"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"millis\":" + millis + "}")));
    }

    private URI at(String path) {
        return sandbox.acquirer().resolve(path);
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString()).body();
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> all = new HashMap<>();
        environment().forEach((name, value) -> all.put(setting(name), value));
        all.put("server.port", 0);
        all.put("server.address", "127.0.0.1");
        all.put("KEIYAKU_DB_OWNER_USER", access.ownerUser());
        all.put("KEIYAKU_DB_OWNER_PASSWORD", access.ownerPassword());
        all.put("keiyaku.sandbox", false);
        all.put("keiyaku.run.workers", 0);
        all.put("keiyaku.clock.start", begin.toString());
        return all;
    }

    /**
     * A variable's name as the property that it sets, but those that are read by their own name.
     */
    private static String setting(String variable) {
        return variable.startsWith("KEIYAKU_DB")
                ? variable
                : variable.toLowerCase(java.util.Locale.ROOT)
                        .replaceFirst("_", ".")
                        .replaceFirst("_", ".")
                        .replace('_', '-');
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("KEIYAKU_DB_URL", access.url()),
                Map.entry("KEIYAKU_DB_USER", access.applicationUser()),
                Map.entry("KEIYAKU_DB_PASSWORD", access.applicationPassword()),
                Map.entry("SPRING_FLYWAY_ENABLED", "false"),
                Map.entry("KEIYAKU_OUTSIDE_ACQUIRER_URL", sandbox.acquirer().toString()),
                Map.entry("KEIYAKU_OUTSIDE_ACQUIRER_KEY", Child.KEY),
                Map.entry("KEIYAKU_OUTSIDE_INBOX_URL", sandbox.inbox().toString()),
                Map.entry("KEIYAKU_OUTSIDE_SMS_KEY", Child.KEY),
                Map.entry("KEIYAKU_OUTSIDE_PRODUCT_URL", sandbox.product().toString()),
                Map.entry("KEIYAKU_OUTSIDE_PRODUCT_SECRET", Child.PRODUCT_SECRET),
                Map.entry("SPRING_MAIL_HOST", "127.0.0.1"),
                Map.entry("SPRING_MAIL_PORT", Integer.toString(sandbox.smtpPort())));
    }
}
