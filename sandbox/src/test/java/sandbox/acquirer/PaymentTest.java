package sandbox.acquirer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sandbox.Options;
import sandbox.World;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentTest {
    private World world;
    private String token;

    @BeforeAll
    void start() {
        world = new World(Options.free().withTimeoutHold(Duration.ofMillis(300)));
        token = world.token("4242424242424242");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void theSameKeyHasOneEffectAndOneAnswer() {
        var first = world.pay("same", token, 8712);
        var again = world.pay("same", token, 8712);
        assertThat(first.at("/status")).isEqualTo("captured");
        assertThat(first.json().get("capturedAmount").asLong()).isEqualTo(8712);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(world.pay("same", token, 8713).status()).isEqualTo(422);
    }

    @Test
    void aRepeatIsAnsweredAsTheFirstTimeEvenAfterARefund() {
        var first = world.pay("later-refunded", token, 500);
        refund("later-refunded-r", first.at("/id"), 500);
        assertThat(world.pay("later-refunded", token, 500).text()).isEqualTo(first.text());
    }

    @Test
    void theSameKeyAtTheSameTimeIsRefusedAndHasOneEffect() throws Exception {
        String own = world.token("5555555555554444");
        int before = payments();
        world.post(world.acquirer("/control/latency"), "{\"millis\":150}");
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Integer> pay = () -> world.pay("at-once", own, 100).status();
            var answers =
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> pay).toList()).stream()
                            .map(PaymentTest::got)
                            .toList();
            assertThat(answers).containsOnly(200, 409);
        } finally {
            world.post(world.acquirer("/control/latency"), "{\"millis\":0}");
        }
        assertThat(payments()).isEqualTo(before + 1);
    }

    private static int got(java.util.concurrent.Future<Integer> answer) {
        return answer.resultNow();
    }

    @Test
    void aTimeoutTakesTheMoneyAndIsFoundByItsKey() {
        world.will(token, "timeout", 1);
        assertThatThrownBy(() -> world.pay("timed-out", token, 100))
                .isInstanceOf(UncheckedIOException.class);
        var found = byKey("timed-out");
        assertThat(found.at("/status")).isEqualTo("captured");
        assertThat(world.pay("timed-out", token, 100).at("/id")).isEqualTo(found.at("/id"));
    }

    @Test
    void aLostRequestIsNotFoundAndMayBeTriedAgain() {
        world.will(token, "timeout-lost", 1);
        assertThatThrownBy(() -> world.pay("lost", token, 100))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(byKey("lost").status()).isEqualTo(404);
        assertThat(world.pay("lost", token, 100).at("/status")).isEqualTo("captured");
    }

    @Test
    void anErrorHasNoEffect() {
        world.will(token, "error", 1);
        assertThat(world.pay("broken", token, 100).status()).isEqualTo(500);
        assertThat(byKey("broken").status()).isEqualTo(404);
    }

    @Test
    void answersAreLinedUpAndVerificationsDoNotUseThem() {
        String own = world.token("3566002020360505");
        world.will(own, "insufficient-funds", 2);
        world.will(own, "stolen", 1);
        assertThat(world.pay("v1", own, 0, false).at("/status")).isEqualTo("authorized");
        assertThat(world.pay("q1", own, 100).at("/reason")).isEqualTo("insufficient-funds");
        assertThat(world.pay("q2", own, 100).json().get("hard").asBoolean()).isFalse();
        var stolen = world.pay("q3", own, 100);
        assertThat(stolen.at("/reason")).isEqualTo("stolen");
        assertThat(stolen.json().get("hard").asBoolean()).isTrue();
        assertThat(world.pay("q4", own, 100).at("/status")).isEqualTo("captured");
    }

    @ParameterizedTest
    @CsvSource({
        "4000000000009995, insufficient-funds, false",
        "4000000000000069, expired-card, true",
        "4000000000000341, do-not-honor, false"
    })
    void someCardsRegisterAndAreRefusedLater(String number, String reason, boolean hard) {
        var refused = world.pay("later-" + number, world.token(number), 100);
        assertThat(refused.at("/status")).isEqualTo("refused");
        assertThat(refused.at("/reason")).isEqualTo(reason);
        assertThat(refused.json().get("hard").asBoolean()).isEqualTo(hard);
    }

    @Test
    void captureVoidAndRefundKeepTheirBounds() {
        String held = world.pay("auth", token, 1000, false).at("/id");
        assertThat(refund("early", held, 1).at("/code")).isEqualTo("not-refundable");
        assertThat(act("cap", held, "capture", "{\"amount\":700}").at("/status"))
                .isEqualTo("captured");
        assertThat(act("void", held, "void", "").at("/code")).isEqualTo("not-voidable");
        assertThat(refund("r1", held, 400).json().get("refundedAmount").asLong()).isEqualTo(400);
        assertThat(refund("r1", held, 400).json().get("refundedAmount").asLong()).isEqualTo(400);
        var over = refund("r2", held, 301);
        assertThat(over.status()).isEqualTo(409);
        assertThat(over.at("/code")).isEqualTo("over-refund");
        assertThat(refund("r3", held, 300).json().get("refundedAmount").asLong()).isEqualTo(700);
        String other = world.pay("auth2", token, 1000, false).at("/id");
        assertThat(act("void2", other, "void", "").at("/status")).isEqualTo("voided");
    }

    @Test
    void theListGoesOnFromACursor() {
        String first = world.pay("list-1", token, 1).at("/id");
        String second = world.pay("list-2", token, 2).at("/id");
        var page = world.get(world.acquirer("/v1/payments?since=" + first + "&limit=1"));
        assertThat(page.json().get("data").findValuesAsString("id")).containsExactly(second);
        assertThat(page.at("/next")).isEqualTo(second);
        var rest = world.get(world.acquirer("/v1/payments?since=" + second));
        assertThat(rest.json().get("hasMore").asBoolean()).isFalse();
    }

    @Test
    void wrongRequestsAreRefused() {
        assertThat(world.pay("w1", "tok_unknown", 1).status()).isEqualTo(422);
        assertThat(world.pay("w2", token, -1).status()).isEqualTo(422);
        assertThat(world.pay("w3", token, 0, true).status()).isEqualTo(422);
        var payments = world.acquirer("/v1/payments");
        assertThat(world.post(payments, "{}").status()).isEqualTo(400);
        assertThat(world.post(payments, "{", "Idempotency-Key", "w4").status()).isEqualTo(400);
        var wrongKey = world.post(payments, "{}", "Authorization", "Bearer wrong");
        assertThat(wrongKey.status()).isEqualTo(401);
    }

    @Test
    void manyTokensAtOnceForBenchmarks() {
        var made =
                world.post(
                        world.acquirer("/control/tokens"),
                        "{\"number\":\"4242424242424242\",\"count\":50}");
        assertThat(made.json().get("tokens")).hasSize(50);
        String one = made.json().get("tokens").get(7).asString();
        assertThat(world.pay("bench", one, 100).at("/status")).isEqualTo("captured");
    }

    private int payments() {
        return world.get(world.acquirer("/control/state")).json().get("payments").asInt();
    }

    private World.Answer byKey(String key) {
        return world.get(world.acquirer("/v1/payments/by-key/" + key));
    }

    private World.Answer refund(String key, String payment, long amount) {
        return act(key, payment, "refund", "{\"amount\":" + amount + "}");
    }

    private World.Answer act(String key, String payment, String what, String json) {
        return world.post(
                world.acquirer("/v1/payments/" + payment + "/" + what),
                json,
                "Idempotency-Key",
                key);
    }
}
