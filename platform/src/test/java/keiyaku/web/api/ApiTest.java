package keiyaku.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import keiyaku.catalog.CatalogFile;
import keiyaku.catalog.Catalogs;
import keiyaku.contract.Contracts;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.member.NewMember;
import keiyaku.shared.AccountId;
import keiyaku.testing.App;
import keiyaku.testing.Cards;
import keiyaku.testing.Http;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** what the API answers, and that what is wrong changes nothing. */
class ApiTest {

    private static final String STORAGE =
            """
            {"product": "storage", "plan": "pay-as-you-go", "region": "JP", "platform": "vpc"}\
            """;
    private static final String WORKS =
            """
            {"product": "works", "plan": "basic", "seats": 3, "region": "JP", "platform": "vpc",
             "workspace": {"kind": "group", "name": "%s", "adminId": "admin",
                           "company": "Sample", "phone": "+81312345678"},
             "adminPassword": "k7m2p9x4",
             "agreed": [{"code": "works-terms", "version": "2026-01"}]}\
            """;

    @SuppressWarnings("NullAway.Init")
    private static App app;

    @BeforeAll
    static void start() {
        // Texts of the contract's refusals are not this module's.
        app =
                App.start(
                        Map.of(
                                "keiyaku.test.login-by-header", true,
                                "keiyaku.messages.strict", false,
                                "keiyaku.run.workers", 0));
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
    void aContractFromApplicationToItsInvoice() {
        var account = member(true);
        var me = new Http(app, account);
        var made = ok(201, me.post("/api/v1/contracts", works("from-api")));
        assertThat(made.required("state").asString()).isEqualTo("trial");
        var path = "/api/v1/contracts/" + made.required("id").asString();
        var today = made.required("appliedOn").asString();
        var convert = "\"term\": \"P1Y\", \"billing\": \"monthly\", \"on\": \"" + today + "\"";
        var quote = ok(200, me.post(path + "/quote", "{\"action\": \"convert\", " + convert + "}"));
        assertThat(quote.required("amounts").required("total").asLong()).isEqualTo(2112);
        assertThat(quote.required("lines").get(0).required("why").required("rule").asString())
                .isEqualTo("part-of-term");
        problem(
                409,
                "quote-expired",
                me.post(path + "/convert", "{" + convert + ", \"quote\": \"x\"}"));
        var fingerprint = quote.required("fingerprint").asString();
        var paid =
                ok(
                        200,
                        me.post(
                                path + "/convert",
                                "{" + convert + ", \"quote\": \"" + fingerprint + "\"}"));
        assertThat(paid.required("state").asString()).isEqualTo("active");
        var invoices = ok(200, me.get("/api/v1/invoices")).required("data");
        assertThat(invoices).hasSize(1);
        var invoice =
                ok(200, me.get("/api/v1/invoices/" + invoices.get(0).required("id").asString()));
        assertThat(invoice.required("amounts").required("total").asLong()).isEqualTo(2112);
        assertThat(invoice.required("state").asString()).isEqualTo("open");
        assertThat(ok(200, me.get(path + "/calendar")).required("entries")).isNotEmpty();
        problem(404, "not-found", new Http(app, member(false)).get(path));
    }

    @Test
    void whatMayBeReadWithoutContracts() {
        var me = new Http(app, member(false));
        assertThat(ok(200, me.get("/api/v1/members/me")).required("type").asString())
                .isEqualTo("individual");
        assertThat(ok(200, me.get("/api/v1/products")).required("data")).hasSize(3);
        assertThat(ok(200, me.get("/api/v1/products/works")).required("trialDays").asInt())
                .isEqualTo(30);
        problem(404, "not-found", me.get("/api/v1/products/nothing"));
        assertThat(ok(200, me.get("/api/v1/payment-methods")).required("data")).isEmpty();
        problem(404, "not-found", me.get("/api/v1/invoices/inv_" + "0".repeat(32)));
        problem(409, "payment-method-required", me.post("/api/v1/contracts", STORAGE));
    }

    @Test
    void listsGoOnAfterTheLast() {
        var me = new Http(app, member(true));
        IntStream.range(0, 3).forEach(i -> ok(201, me.post("/api/v1/contracts", STORAGE)));
        var first = ok(200, me.get("/api/v1/contracts?limit=2"));
        assertThat(first.required("hasMore").asBoolean()).isTrue();
        var last = first.required("data").get(1).required("id").asString();
        var rest = ok(200, me.get("/api/v1/contracts?limit=2&starting_after=" + last));
        assertThat(rest.required("data")).hasSize(1);
        assertThat(rest.required("hasMore").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=-1",
                "limit=x",
                "limit=1e2",
                "starting_after=1",
                "starting_after=inv_1",
                "starting_after=%27",
                "limit="
            })
    void badPagesAreRefused(String query) {
        problem(422, "bad-input", new Http(app, member(false)).get("/api/v1/contracts?" + query));
    }

    /**
     * Each is the good application with one thing spoilt: what is replaced, by what, which field.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"works\"            | null                   | product",
                "\"works\"            | 5                      | product",
                "\"works\"            | \"\\u0000\"            | product",
                "\"works\"            | [\"works\"]            | product",
                "\"basic\"            | \"LONG\"               | plan",
                "\"basic\"            | \"  \"                 | plan",
                "\"seats\": 3         | \"seats\": 0           | seats",
                "\"seats\": 3         | \"seats\": -1          | seats",
                "\"seats\": 3         | \"seats\": 1.5         | seats",
                "\"seats\": 3         | \"seats\": \"3\"       | seats",
                "\"seats\": 3         | \"seats\": 1000001     | seats",
                "\"seats\": 3         | \"seats\": 99999999999999999999 | seats",
                "\"JP\"               | true                   | region",
                "\"vpc\"              | {}                     | platform",
                "\"group\"            | \"team\"               | workspace.kind",
                "\"admin\"            | null                   | workspace.adminId",
                "\"Sample\"           | \"a\\nb\"              | workspace.company",
                "\"+81312345678\"     | 81312345678            | workspace.phone",
                "\"k7m2p9x4\"         | 12345678               | adminPassword",
                "\"works-terms\"      | null                   | agreed[0].code",
                "\"2026-01\"          | 2026                   | agreed[0].version",
                "\"agreed\"           | \"agree\"              | agree",
            })
    void aFieldThatIsWrongIsNamed(String good, String bad, String field) {
        var account = member(true);
        var body = works("named-wrong").replace(good, bad.replace("LONG", "x".repeat(201)));
        var answer = new Http(app, account).post("/api/v1/contracts", body);
        var problem = problem(422, "bad-input", answer);
        assertThat(problem.required("errors").toString()).contains("\"" + field + "\"");
        assertThat(app.part(Contracts.class).of(account)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "5", "\"x\"", "{\"a\":1,}", "null", "{'a':1}"})
    void whatIsNoObjectIsRefused(String body) {
        problem(422, "bad-input", new Http(app, member(false)).post("/api/v1/contracts", body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "convert     | {}                                        | 422 | bad-input",
                "convert     | {\"term\":\"P1D\",\"on\":\"2026-01-01\"}  | 422 | bad-input",
                "convert     | {\"term\":\"P1M\",\"on\":\"2026-02-30\"}  | 422 | bad-input",
                "convert     | {\"term\":\"P1M\",\"on\":\"2000-01-01\"}  | 409 | not-in-trial",
                "cancel      | {\"on\":\"tomorrow\"}                     | 422 | bad-input",
                "cancel      | {\"on\":\"2000-01-01\"}                   | 409 | day-in-past",
                "withdraw    | {\"what\":\"all\"}                        | 422 | bad-input",
                "withdraw    | {\"what\":\"cancel\"}                     | 409 |"
                        + " nothing-to-withdraw",
                "upgrade     | {}                                        | 409 | not-an-upgrade",
                "upgrade     | {\"plan\":\"gold\"}                       | 409 | price-not-offered",
                "set-renewal | {\"none\":\"yes\"}                        | 422 | bad-input",
                "set-renewal | {\"term\":\"P1M\",\"billing\":\"weekly\"} | 422 | bad-input",
                "quote       | {\"action\":\"destroy\"}                  | 422 | bad-input",
                "destroy     | {}                                        | 404 | not-found",
            })
    void anActionThatIsWrongChangesNothing(String verb, String body, int status, String code) {
        var account = member(true);
        var me = new Http(app, account);
        var id = ok(201, me.post("/api/v1/contracts", STORAGE)).required("id").asString();
        var before = app.part(Contracts.class).of(account);
        problem(status, code, me.post("/api/v1/contracts/" + id + "/" + verb, body));
        assertThat(app.part(Contracts.class).of(account)).isEqualTo(before);
    }

    @Test
    void theSameKeyIsDoneOnce() {
        var account = member(true);
        var me = new Http(app, account);
        var key = UUID.randomUUID().toString();
        var first = me.post("/api/v1/contracts", STORAGE, "Idempotency-Key", key);
        var again = me.post("/api/v1/contracts", STORAGE, "Idempotency-Key", "\"" + key + "\"");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(app.part(Contracts.class).of(account)).hasSize(1);
        var other = STORAGE.replace("vpc", "classic");
        var reused =
                problem(
                        422,
                        "bad-input",
                        me.post("/api/v1/contracts", other, "Idempotency-Key", key));
        assertThat(reused.required("errors").toString()).contains("idempotency-key-reused");
        problem(
                422,
                "bad-input",
                me.post("/api/v1/contracts", STORAGE, "Idempotency-Key", "x".repeat(256)));
    }

    @Test
    void aRefusalIsKeptAsWell() {
        var account = member(false);
        var me = new Http(app, account);
        var refused = me.post("/api/v1/contracts", STORAGE, "Idempotency-Key", "refused");
        problem(409, "payment-method-required", refused);
        Cards.register(app, account);
        var again = me.post("/api/v1/contracts", STORAGE, "Idempotency-Key", "refused");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).isEqualTo(refused.body());
        ok(201, me.post("/api/v1/contracts", STORAGE, "Idempotency-Key", "another"));
    }

    @Test
    void theSameKeyAtOnceIsDoneOnce() {
        var account = member(true);
        var me = new Http(app, account);
        var answers =
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        me.post(
                                                                "/api/v1/contracts",
                                                                STORAGE,
                                                                "Idempotency-Key",
                                                                "at-once")))
                        .toList();
        var codes = answers.stream().map(a -> a.join().statusCode()).toList();
        assertThat(codes).contains(201).isSubsetOf(List.of(201, 409));
        assertThat(app.part(Contracts.class).of(account)).hasSize(1);
    }

    /** P-5 to P-10: what a member may do with methods and money; another's is not found. */
    @Test
    void methodsAndMoneyThatCameIn() {
        var me = new Http(app, member(true));
        var stranger = new Http(app, member(false));
        var methods = "/api/v1/payment-methods";
        var card = ok(200, me.get(methods)).required("data").get(0).required("id").asString();
        problem(404, "not-found", stranger.post(methods + "/" + card + "/default", ""));
        problem(404, "not-found", stranger.post(methods + "/" + card + "/remove", ""));
        var link = ok(201, me.post(methods + "/wallet", ""));
        assertThat(link.required("login").asString()).contains("/authorize?", "wallet%2Fback");
        assertThat(ok(200, me.post(methods + "/" + card + "/default", "")).required("data"))
                .hasSize(1);
        assertThat(ok(200, me.post(methods + "/" + card + "/remove", "")).required("data"))
                .isEmpty();
        for (var list : List.of("deposits", "transfers", "disputes")) {
            assertThat(ok(200, me.get("/api/v1/" + list)).required("data")).isEmpty();
        }
        problem(422, "bad-input", me.get("/api/v1/deposits?limit=0"));
        problem(404, "not-found", me.post("/api/v1/invoices/inv_" + "0".repeat(32) + "/pay", ""));
        problem(404, "not-found", me.get("/api/v1/coins/charges/pay_" + "0".repeat(32)));
    }

    @Test
    void anInvoiceIsPaidByWhomItIsFor() {
        var account = member(true);
        var me = new Http(app, account);
        var made = ok(201, me.post("/api/v1/contracts", works("pays-now")));
        var path = "/api/v1/contracts/" + made.required("id").asString() + "/convert";
        var on = made.required("appliedOn").asString();
        ok(200, me.post(path, "{\"term\": \"P1M\", \"on\": \"" + on + "\"}"));
        var invoice = ok(200, me.get("/api/v1/invoices")).required("data").get(0);
        var pay = "/api/v1/invoices/" + invoice.required("id").asString() + "/pay";
        problem(404, "not-found", new Http(app, member(false)).post(pay, "{}"));
        problem(422, "bad-input", me.post(pay, "{\"by\": \"cheque\"}"));
        problem(409, "wallet-not-linked", me.post(pay, "{\"by\": \"wallet\"}"));
        assertThat(ok(200, me.post(pay, "{}")).required("state").asString()).isEqualTo("captured");
        problem(409, "nothing-to-pay", me.post(pay, "{}"));
    }

    /** asked, answered, paid for, and left; what is not one's own is refused. */
    @Test
    void anOrganizationFromInvitationToLeaving() {
        var bossAccount = member(false);
        var branchAccount = member(false);
        var boss = new Http(app, bossAccount);
        var branch = new Http(app, branchAccount);
        var path = "/api/v1/organization";
        problem(404, "not-found", boss.get(path + "/invoices"));
        problem(422, "bad-input", boss.post(path + "/invite", "{}"));
        var email = app.part(Members.class).member(branchAccount).email();
        var asked = ok(200, boss.post(path + "/invite", "{\"email\": \"" + email + "\"}"));
        assertThat(asked.required("invited")).hasSize(1);
        var me = "{\"account\": \"" + bossAccount + "\"}";
        problem(409, "not-invited", new Http(app, member(false)).post(path + "/accept", me));
        var joined = ok(200, branch.post(path + "/accept", me));
        assertThat(joined.required("manager").required("account").asString())
                .isEqualTo(bossAccount.toString());
        assertThat(ok(200, boss.get(path)).required("members")).hasSize(1);
        problem(422, "bad-input", boss.post(path + "/pays", "{\"on\": 1}"));
        assertThat(
                        ok(200, boss.post(path + "/pays", "{\"on\": true}"))
                                .required("pays")
                                .asBoolean())
                .isTrue();
        assertThat(ok(200, boss.get(path + "/invoices")).required("data")).isEmpty();
        problem(422, "bad-input", boss.get(path + "/invoices?month=3"));
        problem(404, "not-found", branch.get(path + "/invoices"));
        problem(404, "not-found", boss.post(path + "/remove", "{\"account\": \"x\"}"));
        assertThat(ok(200, branch.post(path + "/leave", "")).has("manager")).isFalse();
    }

    private static String works(String group) {
        return WORKS.formatted(group);
    }

    private static AccountId member(boolean withCard) {
        var name = "api-" + UUID.randomUUID();
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
        assertThat(answer.headers().firstValue("content-type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(problem.required("code").asString()).as(answer.body()).isEqualTo(code);
        assertThat(problem.required("status").asInt()).isEqualTo(status);
        return problem;
    }
}
