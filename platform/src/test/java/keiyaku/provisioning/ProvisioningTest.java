package keiyaku.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import keiyaku.database.Verification;
import keiyaku.run.DueWork.Subject;
import keiyaku.run.TimeMachine;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.MovableClock;
import keiyaku.shared.RefusedException;
import keiyaku.testing.App;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;
import sandbox.Options;
import sandbox.Sandbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** C-15 against the sandbox's product site: order, retries, dead letters, secrets. */
class ProvisioningTest {

    private static final Duration THREE_DAYS_AND_MORE = Duration.ofDays(4);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Sandbox SANDBOX = Sandbox.start(Options.free());
    private static final App APP =
            App.start(Map.of("keiyaku.outside.product-url", SANDBOX.product().toString()));

    private final AccountId account = new AccountId(UUID.randomUUID());
    private final ContractId contract = new ContractId(UUID.randomUUID());
    private final Provisioning provisioning = APP.part(Provisioning.class);

    @AfterAll
    static void stop() {
        APP.stop();
        SANDBOX.close();
    }

    @Test
    void tasksArriveInTheOrderInWhichTheyWereTold() {
        tell(
                ProvisioningTask.Type.CREATE,
                ProvisioningTask.Type.SUSPEND,
                ProvisioningTask.Type.RESUME);
        tell(ProvisioningTask.Type.SUSPEND);
        assertThat(state()).isEqualTo(new ProvisioningState(4, 0, false));

        pass(Duration.ofSeconds(1));

        assertThat(state().isConfirmed()).isTrue();
        assertThat(site().get("state").asString()).isEqualToIgnoringCase("suspended");
        assertThat(site().get("sequence").asInt()).isEqualTo(4);
    }

    @Test
    void aFailureIsTriedAgainAndHoldsUpThoseBehindIt() {
        fail(2);
        tell(ProvisioningTask.Type.CREATE, ProvisioningTask.Type.SUSPEND);

        pass(Duration.ofSeconds(6));
        assertThat(state()).isEqualTo(new ProvisioningState(2, 0, false));

        pass(Duration.ofMinutes(6));
        assertThat(state()).isEqualTo(new ProvisioningState(2, 2, false));
    }

    @Test
    void afterThreeDaysItIsADeadLetterUntilAnOperatorTakesItUp() {
        fail(10);
        tell(ProvisioningTask.Type.CREATE);
        pass(THREE_DAYS_AND_MORE);

        var letter =
                provisioning.deadLetters(100).stream()
                        .filter(dead -> dead.contract().equals(contract))
                        .findFirst()
                        .orElseThrow();
        assertThat(letter.attempts()).isEqualTo(10);
        assertThat(letter.reason()).isEqualTo("http 503");
        assertThat(letter.type()).isEqualTo(ProvisioningTask.Type.CREATE);

        tell(ProvisioningTask.Type.SUSPEND);
        pass(Duration.ofMinutes(1));
        assertThat(state()).isEqualTo(new ProvisioningState(2, 0, true));

        provisioning.takeUp(account, contract);
        pass(Duration.ofMinutes(1));
        assertThat(state()).isEqualTo(new ProvisioningState(2, 2, false));
        assertThatThrownBy(() -> provisioning.takeUp(account, contract))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void aTaskThatWasDeliveredButNotFinishedComesAgainWithItsIdAndIsDoneOnce() {
        tell(ProvisioningTask.Type.CREATE, ProvisioningTask.Type.SUSPEND);
        var clock = APP.part(MovableClock.class);
        var store = APP.part(ProvisioningStore.class);
        var line = List.of(new Subject(account.value(), contract.value()));
        var now = clock.instant();
        var claimed =
                Objects.requireNonNull(
                        APP.part(TransactionOperations.class)
                                .execute(status -> store.claim(line, now, now.plusSeconds(300))));
        var stored = claimed.getFirst().stored();
        APP.part(ProductWebhook.class)
                .tell(
                        new Provisioner.Order(
                                stored.wireId(), 1, stored.task(), stored.task().data()));

        pass(Duration.ofMinutes(6));

        assertThat(state().isConfirmed()).isTrue();
        assertThat(site().get("sequence").asInt()).isEqualTo(2);
    }

    @Test
    void twoCallersAtOnceNumberTheTasksOfAContractWithoutGaps() throws Exception {
        tell(ProvisioningTask.Type.CREATE);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () ->
                                            tell(
                                                    ProvisioningTask.Type.SUSPEND,
                                                    ProvisioningTask.Type.RESUME)));
        }
        for (var thread : threads) {
            thread.join();
        }
        pass(Duration.ofSeconds(1));

        assertThat(state()).isEqualTo(new ProvisioningState(17, 17, false));
        var results = new ArrayList<Verification.Result>();
        APP.part(Verification.class).run(results::add);
        assertThat(results)
                .filteredOn(result -> result.name().equals("provisioning-in-order"))
                .singleElement()
                .satisfies(result -> assertThat(result.holds()).isTrue())
                .satisfies(result -> assertThat(result.rows()).isGreaterThanOrEqualTo(17));
    }

    @Test
    void aPasswordIsDeliveredButNeverStored() {
        APP.part(ProvisioningSecrets.class).keepAdminPassword(contract, "s3cret-pass");
        tell(ProvisioningTask.Type.CREATE);
        pass(Duration.ofSeconds(1));

        assertThat(post("/control/workspaces/" + contract + "/login", login("s3cret-pass")))
                .isEqualTo(204);
        assertThat(APP.part(ProvisioningSecrets.class).has(contract)).isFalse();
    }

    @Test
    void aPasswordIsForgottenAfterHalfAnHour() {
        var nanos = new long[1];
        var secrets = new ProvisioningSecrets(() -> nanos[0]);
        secrets.keepAdminPassword(contract, "s3cret-pass");
        assertThat(secrets.of(contract)).contains("s3cret-pass");
        nanos[0] = ProvisioningSecrets.KEPT.toNanos() + 1;
        assertThat(secrets.of(contract)).isEmpty();
    }

    private void tell(ProvisioningTask.Type... types) {
        var tasks = new ArrayList<ProvisioningTask>();
        for (var type : types) {
            tasks.add(
                    new ProvisioningTask(
                            account, contract, type, "works", Map.of("adminId", "admin")));
        }
        APP.part(TransactionOperations.class)
                .executeWithoutResult(status -> provisioning.tell(tasks));
    }

    private ProvisioningState state() {
        return Objects.requireNonNull(
                provisioning.states(account, List.of(contract)).get(contract));
    }

    private static void pass(Duration time) {
        APP.part(TimeMachine.class).moveTo(APP.part(MovableClock.class).instant().plus(time));
    }

    private void fail(int times) {
        assertThat(
                        post(
                                "/control/fail",
                                Map.of(
                                        "times",
                                        times,
                                        "status",
                                        503,
                                        "contract",
                                        contract.toString())))
                .isEqualTo(204);
    }

    private static Map<String, Object> login(String password) {
        return Map.of("adminId", "admin", "adminPassword", password);
    }

    private JsonNode site() {
        try {
            var request =
                    HttpRequest.newBuilder(url("/control/workspaces/" + contract)).GET().build();
            return JsonMapper.shared().readTree(HTTP.send(request, BodyHandlers.ofString()).body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int post(String path, Map<String, Object> body) {
        try {
            var json = JsonMapper.shared().writeValueAsString(body);
            var request =
                    HttpRequest.newBuilder(url(path))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(json))
                            .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URI url(String path) {
        return SANDBOX.product().resolve(path);
    }
}
