package keiyaku.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
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
import keiyaku.scenario.Play;
import keiyaku.scenario.ScenarioFile;
import keiyaku.scenario.Verbs;
import keiyaku.testing.App;
import keiyaku.testing.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import sandbox.Options;
import sandbox.Sandbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** B-22, B-40: kill -9 in the middle of renewals and collections loses nothing, doubles nothing. */
class RunCrashTest {

    private static final int MEMBERS = 12;
    private static final int KILLS = 10;
    private static final Instant SET_UP = Instant.parse("2026-01-25T03:00:00Z");
    private static final Instant TARGET = Instant.parse("2027-01-05T03:00:00Z");

    /** Parts charged and collected of each contract: 10 January to 10 December. */
    private static final int PARTS = 12;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Sandbox sandbox = Sandbox.start(Options.free());
    private final Map<String, Object> settings = settings(TestDatabases.fresh());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void killedTenTimesItGoesOnWhereItWas() throws Exception {
        setUp();
        acquirer("/control/latency", Map.of("millis", 15));

        int atWork = killAgainAndAgain();

        var app = App.start(settings);
        try {
            app.part(TimeMachine.class).moveTo(TARGET);
            var how = "seed " + seed + ", killed at work " + atWork + " times";
            check(app, how);
            assertThat(capturedAtAcquirer()).as(how).isEqualTo(MEMBERS * PARTS);
        } finally {
            app.stop();
        }
    }

    /** The next one boots while this one works, since booting takes longest. */
    private int killAgainAndAgain() throws IOException, InterruptedException {
        int atWork = 0;
        var next = Traveller.boot(TARGET, settings);
        for (int i = 0; i < KILLS; i++) {
            try (var now = next) {
                now.go();
                next = i + 1 < KILLS ? Traveller.boot(TARGET, settings) : now;
                Thread.sleep(30 + random.nextInt(500));
                atWork += now.kill() ? 1 : 0;
            }
        }
        return atWork;
    }

    private static void check(App app, String how) throws Exception {
        var findings = new ArrayList<String>();
        boolean holds =
                app.part(Verification.class)
                        .run(result -> result.findings().forEach(f -> findings.add(f.toString())));
        assertThat(findings).as(how).isEmpty();
        assertThat(holds).as(how).isTrue();
        assertThat(app.part(Runs.class).parked(10)).as(how).isEmpty();

        var jdbc = app.part(JdbcClient.class);
        var sql = "SELECT count(*) FROM payment.payment WHERE state = 'captured'";
        long captured = jdbc.sql(sql).query(Long.class).single();
        assertThat(captured).as(how).isEqualTo((long) MEMBERS * PARTS);
    }

    private void setUp() throws IOException {
        var lines = new ArrayList<String>();
        lines.add("start: 2026-01-01T09:00:00+09:00");
        lines.add("zone: Asia/Tokyo");
        lines.add("catalog: demo");
        lines.add("members:");
        people().forEach(id -> lines.add("  - {id: " + id + ", type: individual, country: JP}"));
        lines.add("steps:");
        for (var id : people()) {
            lines.add(
                    "  - {at: 2026-01-01, do: register-card, member: %s, card: visa}"
                            .formatted(id));
            lines.add(
                    ("  - {at: 2026-01-01, do: apply, member: %s, product: works, plan: lite,"
                                    + " seats: 1, group: %s-studio, as: %s}")
                            .formatted(id, id, "c" + id));
        }
        for (var id : people()) {
            lines.add(
                    "  - {at: 2026-01-02, do: convert, contract: c%s, term: P1M, on: 2026-01-10}"
                            .formatted(id));
        }
        lines.add("until: 2026-01-24");
        var file = Files.write(folder.resolve("crash.yaml"), lines);
        var before = new HashMap<>(settings);
        before.put("keiyaku.clock.start", "2026-01-01T00:00:00Z");
        var app = App.start(before);
        try {
            app.part(Play.class).play(ScenarioFile.read(file, app.part(Verbs.class)));
        } finally {
            app.stop();
        }
    }

    private static List<String> people() {
        var people = new ArrayList<String>();
        for (int i = 0; i < MEMBERS; i++) {
            people.add("m" + i);
        }
        return people;
    }

    private Map<String, Object> settings(DatabaseAccess access) {
        Map<String, Object> all = new HashMap<>();
        all.put("server.port", 0);
        all.put("server.address", "127.0.0.1");
        all.put("KEIYAKU_DB_URL", access.url());
        all.put("KEIYAKU_DB_USER", access.applicationUser());
        all.put("KEIYAKU_DB_PASSWORD", access.applicationPassword());
        all.put("KEIYAKU_DB_OWNER_USER", access.ownerUser());
        all.put("KEIYAKU_DB_OWNER_PASSWORD", access.ownerPassword());
        all.put("keiyaku.sandbox", false);
        all.put("keiyaku.clock.start", SET_UP.toString());
        all.put("keiyaku.outside.acquirer-url", sandbox.acquirer().toString());
        all.put("keiyaku.outside.issuer-url", sandbox.issuer().toString());
        all.put("keiyaku.outside.inbox-url", sandbox.inbox().toString());
        all.put("keiyaku.outside.product-url", sandbox.product().toString());
        all.put("spring.mail.host", "127.0.0.1");
        all.put("spring.mail.port", sandbox.smtpPort());
        return all;
    }

    /** By the acquirer's own list, which knows what really was taken from cards. */
    private int capturedAtAcquirer() throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(sandbox.acquirer() + "/v1/payments?limit=1000"))
                        .header("Authorization", "Bearer sandbox-acquirer-key")
                        .build();
        var answer = HTTP.send(request, BodyHandlers.ofString()).body();
        int captured = 0;
        for (var payment : JsonMapper.shared().readTree(answer).get("data")) {
            captured += payment.get("status").asString().equals("captured") ? 1 : 0;
        }
        return captured;
    }

    private JsonNode acquirer(String path, Map<String, Object> body) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(sandbox.acquirer() + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                        .build();
        return JsonMapper.shared().readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    }
}
