package keiyaku.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import keiyaku.catalog.CatalogFile;
import keiyaku.catalog.Catalogs;
import keiyaku.contract.Contracts;
import keiyaku.contract.Servers;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.member.NewMember;
import keiyaku.payment.MethodKind;
import keiyaku.run.Runs;
import keiyaku.shared.AccountId;
import keiyaku.testing.App;
import keiyaku.testing.Cards;
import keiyaku.testing.Http;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** X-5, H-1, H-2: server contracts and their certificates by the API. */
class ServerApiTest {

    private static final String ORDER =
            """
            {"product": "server", "plan": "standard", "region": "JP", "platform": "classic",
             "term": "P1Y", "options": [{"code": "backup", "term": "P1M"}], "pay": "card",
             "agreed": [{"code": "server-terms", "version": "2026-01"}]}\
            """;
    private static final String AGREED =
            "\"agreed\": [{\"code\": \"ssl-terms\", \"version\": \"2026-01\"}]";

    @SuppressWarnings("NullAway.Init")
    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Map.of("keiyaku.test.login-by-header", true, "keiyaku.run.workers", 0));
        var catalogs = app.part(Catalogs.class);
        if (!catalogs.any()) {
            catalogs.apply(CatalogFile.demo(), LocalDate.EPOCH, "test");
        }
    }

    @AfterAll
    static void stop() {
        app.stop();
    }

    @Test
    void orderedAtItsQuoteAndOnlyForItsAccount() {
        var account = member(true);
        var me = new Http(app, account);
        var quote = ok(200, me.post("/api/v1/servers/quote", ORDER));
        assertThat(quote.required("amounts").required("total").asLong()).isEqualTo(9075);
        problem(409, "quote-expired", me.post("/api/v1/servers", with(ORDER, "\"quote\": \"x\"")));
        problem(
                409,
                "terms-not-agreed",
                me.post("/api/v1/servers", ORDER.replace("2026-01", "2025-01")));
        assertThat(app.part(Contracts.class).of(account)).isEmpty();
        var fingerprint = quote.required("fingerprint").asString();
        var made =
                ok(
                        201,
                        me.post(
                                "/api/v1/servers",
                                with(ORDER, "\"quote\": \"" + fingerprint + "\"")));
        assertThat(made.required("state").asString()).isEqualTo("awaiting-payment");
        var path = "/api/v1/contracts/" + made.required("id").asString();
        paid(account);
        var running = ok(200, me.get(path)).required("server");
        assertThat(running.required("pay").asString()).isEqualTo("card");
        assertThat(running.required("options").get(0).required("code").asString())
                .isEqualTo("backup");
        var calendar = ok(200, me.get(path + "/calendar")).required("entries").toString();
        assertThat(calendar).contains("\"option-charge\"").contains("[\"backup\"]");
        var other = new Http(app, member(false));
        for (var what : List.of("", "/calendar", "/certificates", "/certificates/1/key")) {
            problem(404, "not-found", other.get(path + what));
        }
        for (var what : List.of("/reset-payment", "/quote", "/certificates/1/check")) {
            problem(404, "not-found", other.post(path + what, "{}"));
        }
    }

    @Test
    void theSameKeyOrdersOnce() {
        var account = member(true);
        var me = new Http(app, account);
        var first = me.post("/api/v1/servers", ORDER, "Idempotency-Key", "order-1");
        var again = me.post("/api/v1/servers", ORDER, "Idempotency-Key", "order-1");
        assertThat(ok(201, first)).isEqualTo(ok(201, again));
        assertThat(app.part(Contracts.class).of(account)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"server\"     | null           | product",
                "\"P1Y\"        | \"P1D\"        | term",
                "\"card\"       | \"cheque\"     | pay",
                "\"backup\"     | 5              | options[0].code",
                "\"P1M\"        | \"monthly\"    | options[0].term",
                "\"agreed\"     | \"agree\"      | agree",
            })
    void aFieldThatIsWrongIsNamed(String good, String bad, String field) {
        var account = member(true);
        var answer = new Http(app, account).post("/api/v1/servers", ORDER.replace(good, bad));
        var problem = problem(422, "bad-input", answer);
        assertThat(problem.required("errors").toString()).contains("\"" + field + "\"");
        assertThat(app.part(Contracts.class).of(account)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add-option         | {\"code\":\"ssl-dv\",\"term\":\"P1Y\"} | 409 |"
                        + " terms-not-agreed",
                "add-option         | {}                                     | 422 | bad-input",
                "choose-wallet-day  | {\"day\":5}                            | 409 |"
                        + " not-by-wallet",
                "choose-wallet-day  | {\"day\":\"5\"}                        | 422 | bad-input",
                "set-option-renewal | {\"number\":9,\"on\":true}             | 409 |"
                        + " option-unknown",
                "name-option        | {\"number\":1}                         | 422 | bad-input",
                "change-next        | {\"term\":\"P9Y\"}                     | 409 |"
                        + " price-not-offered",
                "renew              | {\"pay\":\"card\"}                     | 409 |"
                        + " renewal-not-open",
                "certificates/1/check | {\"way\":\"phone\"}                  | 422 | bad-input",
                "certificates/1/check | {\"way\":\"dns\"}                    | 409 |"
                        + " certificate-unknown",
            })
    void anActionThatIsWrongChangesNothing(String verb, String body, int status, String code) {
        var account = member(true);
        var me = new Http(app, account);
        var path = running(account, me);
        var before = app.part(Contracts.class).of(account);
        problem(status, code, me.post(path + "/" + verb, body));
        assertThat(app.part(Contracts.class).of(account)).isEqualTo(before);
    }

    @Test
    void aCertificateIsProvenIssuedAndItsKeyFits() throws Exception {
        var account = member(true);
        var me = new Http(app, account);
        var path = running(account, me);
        ok(
                200,
                me.post(
                        path + "/add-option",
                        "{\"code\": \"ssl-dv\", \"term\": \"P1Y\", " + AGREED + "}"));
        paid(account);
        ok(200, me.post(path + "/name-option", "{\"number\": 2, \"name\": \"www.example.jp\"}"));
        app.part(Runs.class).catchUp("certificates", 1);
        var waiting = certificate(me, path);
        assertThat(waiting.required("state").asString()).isEqualTo("waiting");
        var check = path + "/certificates/2/check";
        var missing = ok(200, me.post(check, "{\"way\": \"dns\"}"));
        assertThat(missing.required("reason").asString()).isEqualTo("proof-missing");
        problem(409, "certificate-not-issued", me.get(path + "/certificates/2/key"));
        var proof = waiting.required("proof");
        atNames("dns", proof.required("recordName"), "value", proof.required("recordValue"));
        var issued = ok(200, me.post(check, "{\"way\": \"dns\"}"));
        assertThat(issued.required("state").asString()).isEqualTo("issued");
        fits(
                me.get(path + "/certificates/2/chain").body(),
                me.get(path + "/certificates/2/key").body());
        problem(409, "certificate-not-waiting", me.post(check, "{\"way\": \"dns\"}"));
    }

    @Test
    void aNameThatTheAuthorityRefusesIsSaid() {
        var account = member(true);
        var me = new Http(app, account);
        control("refusals", "{\"name\": \"refused.example\"}");
        var path = running(account, me);
        var option =
                "{\"code\": \"ssl-ov\", \"term\": \"P1Y\", \"name\": \"refused.example\", "
                        + AGREED
                        + "}";
        ok(200, me.post(path + "/add-option", option));
        paid(account);
        app.part(Runs.class).catchUp("certificates", 1);
        var failed = certificate(me, path);
        assertThat(failed.required("state").asString()).isEqualTo("failed");
        assertThat(failed.required("reason").asString()).isEqualTo("name-refused");
    }

    /** A signature of the key is one of the certificate's. */
    private static void fits(String chain, String key) throws Exception {
        var certificate =
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(chain.getBytes(StandardCharsets.UTF_8)));
        var der = Base64.getMimeDecoder().decode(key.replaceAll("-----[A-Z ]+-----", ""));
        var secret = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        var signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(secret);
        signing.update(der);
        var signature = signing.sign();
        signing.initVerify(certificate.getPublicKey());
        signing.update(der);
        assertThat(signing.verify(signature)).isTrue();
    }

    private static JsonNode certificate(Http me, String path) {
        return ok(200, me.get(path + "/certificates")).required("data").get(0);
    }

    private static void atNames(String path, JsonNode name, String field, JsonNode value) {
        control(path, "{\"name\": " + name + ", \"" + field + "\": " + value + "}");
    }

    private static void control(String path, String json) {
        var at = app.outside().sandbox().authority().resolve("/control/" + path);
        var request = HttpRequest.newBuilder(at).POST(BodyPublishers.ofString(json)).build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(204);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String running(AccountId account, Http me) {
        var made = ok(201, me.post("/api/v1/servers", ORDER));
        paid(account);
        return "/api/v1/contracts/" + made.required("id").asString();
    }

    /** What the run would do: nothing works by itself here. */
    private static void paid(AccountId account) {
        var contract = app.part(Contracts.class).of(account).getFirst();
        var paid = app.part(Servers.class).pay(account, contract.id(), MethodKind.CARD, "test");
        assertThat(paid.refusal()).isNull();
    }

    private static String with(String json, String more) {
        return json.substring(0, json.length() - 1) + ", " + more + "}";
    }

    private static AccountId member(boolean withCard) {
        var name = "server-api-" + UUID.randomUUID();
        var account =
                app.part(Members.class)
                        .register(List.of(NewMember.named(name, MemberType.INDIVIDUAL, "JP")))
                        .getFirst()
                        .account();
        if (withCard) {
            Cards.register(app, account);
        }
        return account;
    }

    private static JsonNode ok(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static JsonNode problem(int status, String code, HttpResponse<String> answer) {
        var problem = ok(status, answer);
        assertThat(problem.required("code").asString()).as(answer.body()).isEqualTo(code);
        return problem;
    }
}
