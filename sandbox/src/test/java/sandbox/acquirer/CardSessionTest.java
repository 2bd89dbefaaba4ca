package sandbox.acquirer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.Options;
import sandbox.World;
import sandbox.threeds.Message;

class CardSessionTest {
    private static final String CHALLENGED = "4000000000003220";

    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    private final InstantSource clock = () -> Instant.now().plus(later.get());
    private final World world = new World(Options.free().withClock(clock));

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({
        "4242424242424242, completed,",
        "4000390000000056, completed,",
        "4000008400001629, failed, three-ds-rejected",
        "30569309025904,   failed, three-ds-not-enrolled",
        "4000000000003097, failed, three-ds-unavailable",
        "4000000000000002, failed, card-refused",
        "4000000000003220, challenge,"
    })
    void eachTestNumberDoesWhatIsPublished(String number, String status, String code) {
        String session = world.openSession("");
        assertThat(world.submit(session, number).at("/status")).isEqualTo(status);
        var seen = world.session(session);
        assertThat(seen.at("/status")).isEqualTo(status);
        assertThat(seen.json().get("failureCode").isNull()).isEqualTo(code == null);
        if (code != null) {
            assertThat(seen.at("/failureCode")).isEqualTo(code);
        }
        assertThat(seen.json().get("token").isNull()).isEqualTo(!status.equals("completed"));
    }

    @Test
    void aMerchantMayTakeCardsWithoutThreeDS() {
        String session = world.openSession(",\"threeDS\":\"if-enrolled\"");
        world.submit(session, "30569309025904");
        var seen = world.session(session);
        assertThat(seen.at("/status")).isEqualTo("completed");
        assertThat(seen.json().at("/threeDS/enrolled").asBoolean()).isFalse();
        assertThat(seen.at("/card/brand")).isEqualTo("diners");
    }

    @Test
    void wrongFieldsAreNamedInTheLanguageOfTheSession() {
        String session = world.openSession("");
        var answer =
                world.post(
                        world.acquirer("/frames/card/" + session + "/submit"),
                        """
                        {"number":"4242424242424241","expMonth":"01","expYear":"2020","cvc":"12"}\
                        """);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").findValuesAsString("field"))
                .containsExactly("number", "expiry", "cvc", "holder");
        assertThat(answer.text()).contains("This card has expired.");
        assertThat(world.session(session).at("/status")).isEqualTo("open");
    }

    @ParameterizedTest
    @CsvSource({
        "pass,   completed,",
        "fail,   failed,    three-ds-failed",
        "cancel, abandoned, three-ds-cancelled"
    })
    void theIssuersResultDecidesAChallenge(String reply, String status, String code) {
        String session = world.openSession("");
        var away = world.submit(session, CHALLENGED);
        answer(away, reply);
        var seen = world.session(session);
        assertThat(seen.at("/status")).isEqualTo(status);
        if (code != null) {
            assertThat(seen.at("/failureCode")).isEqualTo(code);
        }
    }

    @Test
    void aCardholderWalksThroughTheChallengePage() {
        String session = world.openSession("");
        var away = world.submit(session, CHALLENGED);
        URI acs = URI.create(away.at("/challengeUrl"));
        assertThat(acs.getPort()).isEqualTo(world.sandbox.issuer().getPort());
        String data = away.at("/threeDSSessionData");
        var page = world.form(acs, Map.of("creq", away.at("/creq"), "threeDSSessionData", data));
        assertThat(page.text()).contains("Confirm that it is you", "3220", data);
        URI code = URI.create(acs + "/code");
        var wrong = world.form(code, Map.of("code", "1", "threeDSSessionData", data));
        assertThat(wrong.text()).contains("You can try 2 more times");
        var right = world.form(code, Map.of("code", "123456", "threeDSSessionData", data));
        assertThat(right.text()).contains("name=\"cres\"", session + "/return", data);
        assertThat(world.session(session).at("/status")).isEqualTo("completed");
        assertThat(world.session(session).at("/threeDS/transStatus")).isEqualTo("Y");
    }

    @Test
    void threeWrongCodesEndTheChallenge() {
        String session = world.openSession("");
        URI code = URI.create(world.submit(session, CHALLENGED).at("/challengeUrl") + "/code");
        for (int i = 0; i < 3; i++) {
            world.form(code, Map.of("code", "000000"));
        }
        assertThat(world.session(session).at("/failureCode")).isEqualTo("three-ds-failed");
    }

    @Test
    void aForgedResultInTheBrowserIsNotBelieved() {
        String session = world.openSession("");
        misbehave("{\"session\":\"" + session + "\",\"kind\":\"forged-cres\"}");
        var away = world.submit(session, CHALLENGED);
        var way = answer(away, "pass");
        assertThat(Message.decode(way.at("/cres")).get("transStatus")).isEqualTo("Y");
        giveBack(session, way.at("/cres"), away.at("/threeDSSessionData"));
        assertThat(world.session(session).at("/status")).isEqualTo("failed");
    }

    @Test
    void withoutTheIssuersResultNothingIsDecided() {
        String session = world.openSession("");
        misbehave("{\"last4\":\"3220\",\"kind\":\"no-rreq\"}");
        var away = world.submit(session, CHALLENGED);
        var way = answer(away, "pass");
        giveBack(session, way.at("/cres"), away.at("/threeDSSessionData"));
        assertThat(world.session(session).at("/status")).isEqualTo("challenge");
        later.set(Duration.ofMinutes(10));
        assertThat(world.session(session).at("/failureCode")).isEqualTo("three-ds-timeout");
    }

    @Test
    void alteredSessionDataIsRefused() {
        String session = world.openSession("");
        misbehave("{\"session\":\"" + session + "\",\"kind\":\"altered-session-data\"}");
        var way = answer(world.submit(session, CHALLENGED), "pass");
        var back = giveBack(session, way.at("/cres"), way.at("/threeDSSessionData"));
        assertThat(back.status()).isEqualTo(400);
        assertThat(back.text()).contains("does not belong to this page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rreq-twice", "rreq-after-cres", "rreq-delayed"})
    void aResultThatComesOddlyIsStillOneResult(String kind) throws InterruptedException {
        String session = world.openSession("");
        misbehave("{\"session\":\"" + session + "\",\"kind\":\"" + kind + "\",\"millis\":200}");
        answer(world.submit(session, CHALLENGED), "pass");
        for (int i = 0; i < 40 && !world.session(session).at("/status").equals("completed"); i++) {
            Thread.sleep(100);
        }
        assertThat(world.session(session).at("/status")).isEqualTo("completed");
        assertThat(world.get(world.acquirer("/control/state")).json().get("tokens").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"expired, failed", "abandoned, challenge"})
    void aChallengeThatIsLeft(String kind, String status) {
        String session = world.openSession("");
        misbehave("{\"session\":\"" + session + "\",\"kind\":\"" + kind + "\"}");
        answer(world.submit(session, CHALLENGED), "pass");
        assertThat(world.session(session).at("/status")).isEqualTo(status);
    }

    @Test
    void aForgedResultFromOutsideIsRefused() {
        String session = world.openSession("");
        var away = world.submit(session, CHALLENGED);
        Message known = Message.decode(away.at("/creq"));
        Message forged =
                Message.of("RReq")
                        .with(known, "threeDSServerTransID", "acsTransID")
                        .with("dsTransID", "guessed")
                        .with("transStatus", "Y");
        var answer =
                world.post(world.acquirer("/3ds/rreq"), sandbox.shared.Json.text(forged.fields()));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(world.session(session).at("/status")).isEqualTo("challenge");
    }

    @Test
    void aSessionIsOpenForThirtyMinutesAndTakesOneCard() {
        String old = world.openSession("");
        String cancelled = world.openSession("");
        world.post(world.acquirer("/frames/card/" + cancelled + "/cancel"), "");
        assertThat(world.session(cancelled).at("/status")).isEqualTo("abandoned");
        assertThat(world.submit(cancelled, "4242424242424242").status()).isEqualTo(409);
        later.set(Duration.ofMinutes(30));
        assertThat(world.session(old).at("/status")).isEqualTo("expired");
        assertThat(world.submit(old, "4242424242424242").status()).isEqualTo(409);
    }

    @Test
    void theFrameMayOnlyStandInTheMerchantsPage() throws Exception {
        String session = world.openSession("");
        var answer =
                java.net.http.HttpClient.newHttpClient()
                        .send(
                                java.net.http.HttpRequest.newBuilder(
                                                world.acquirer("/frames/card/" + session))
                                        .build(),
                                java.net.http.HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy ->
                                assertThat(policy)
                                        .contains("frame-ancestors http://127.0.0.1:8080")
                                        .contains("script-src 'self'")
                                        .doesNotContain("unsafe"));
        assertThat(answer.body())
                .contains("cc-number", "cc-exp", "cc-csc", "cc-name", "inputmode=\"numeric\"");
    }

    private World.Answer answer(World.Answer away, String reply) {
        return world.post(
                URI.create(away.at("/challengeUrl") + "/answer"),
                "{\"answer\":\"%s\",\"threeDSSessionData\":\"%s\"}"
                        .formatted(reply, away.at("/threeDSSessionData")));
    }

    private World.Answer giveBack(String session, String cres, String data) {
        return world.form(
                world.acquirer("/frames/card/" + session + "/return"),
                Map.of("cres", cres, "threeDSSessionData", data));
    }

    private void misbehave(String json) {
        var answer = world.post(world.sandbox.issuer().resolve("/control/misbehaviour"), json);
        assertThat(answer.status()).isEqualTo(204);
    }
}
