package keiyaku.web.usage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import keiyaku.catalog.CatalogFile;
import keiyaku.catalog.Catalogs;
import keiyaku.contract.ApplicationForm;
import keiyaku.contract.Contract;
import keiyaku.contract.Contracts;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.member.NewMember;
import keiyaku.run.TimeMachine;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;
import keiyaku.shared.MovableClock;
import keiyaku.testing.App;
import keiyaku.testing.Browser;
import keiyaku.testing.Cards;
import keiyaku.testing.Http;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** S-8, B-12: use that comes in by the API is seen on the page, in four languages. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UsagePagesTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Map<String, AccountId> MEMBERS = new HashMap<>();
    private static final Map<String, AccountId> OVER = new HashMap<>();
    private static final String USAGE = "/api/v1/usage";

    @SuppressWarnings("NullAway.Init")
    private static App app;

    @BeforeAll
    static void start() {
        app =
                App.start(
                        Map.of(
                                "keiyaku.test.login-by-header",
                                true,
                                "keiyaku.run.workers",
                                0,
                                "keiyaku.outside.usage-key",
                                "test-usage-key",
                                "keiyaku.clock.start",
                                "2026-02-28T15:00:00Z"));
        var catalogs = app.part(Catalogs.class);
        if (!catalogs.any()) {
            catalogs.apply(CatalogFile.demo(), LocalDate.EPOCH, "test");
        }
        for (var language : Language.values()) {
            MEMBERS.put(language.tag(), member(language));
            OVER.put(language.tag(), member(language));
        }
        app.part(MovableClock.class).advanceTo(Instant.parse("2026-03-20T03:00:00Z"));
    }

    @AfterAll
    static void stop() {
        app.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "ko", "en", "zh-CN"})
    void theMonthSoFar(String language) throws Exception {
        var account = Objects.requireNonNull(MEMBERS.get(language));
        try (var visitor = visitor(account, language)) {
            var page = visitor.open("/my/usage");
            assertThat(page.locator(".empty")).isVisible();
            visitor.axe();
            visitor.noRawKey();
            assertThat(page.locator(".side-open .side-nav [aria-current=page]")).hasCount(1);
            month(account);
            visitor.open("/my/usage");
            // 160 less 5 free are 155 × 3.2 = 496; 1,000 × 0.5 = 500.
            assertThat(page.locator(".answer")).containsText("996");
            assertThat(page.locator(".plot rect >> nth=0")).isVisible();
            page.locator("main details summary >> nth=0").click();
            page.locator("main section:last-of-type details summary").click();
            visitor.axe();
            visitor.noRawKey();
            visitor.phone().nothingOverflows();
            visitor.screenshot("usage-" + language);
            visitor.open("/my/coins");
            assertThat(page.locator("main")).containsText("996");
        }
    }

    @Test
    void eventsComeSinglyAndInBatches() throws Exception {
        var account = member(Language.EN);
        var me = new Http(app, account);
        var one =
                "{\"id\": \"a\", \"product\": \"storage\", \"meter\": \"requests\", \"quantity\":";
        var sent = ok(me.post(USAGE, one + " 0.1}"));
        assertThat(sent.required("taken").asInt()).isEqualTo(1);
        assertThat(ok(me.post(USAGE, one + " 0.1}")).required("known").asInt()).isEqualTo(1);
        var batch =
                "{\"events\": [" + one + " 7}, " + one.replace("\"a\"", "\"b\"") + " \"0.2\"}]}";
        sent = ok(me.post(USAGE, batch));
        assertThat(sent.required("taken").asInt()).isEqualTo(1);
        assertThat(sent.required("known").asInt()).isEqualTo(1);
        var estimate = ok(me.get(USAGE + "/estimate"));
        assertThat(estimate.required("meters").get(0).required("used").decimalValue())
                .isEqualByComparingTo("0.3");
        assertThat(ok(me.get(USAGE + "/days?month=2026-03")).required("data")).hasSize(1);
        assertThat(me.get(USAGE + "/days?month=3").statusCode()).isEqualTo(422);
        assertThat(me.post(USAGE, one + " -1}").statusCode()).isEqualTo(422);
        assertThat(me.post(USAGE, one.replace("requests", "x") + " 1}").body())
                .contains("meter-unknown");
    }

    /** B-7, B-8: March as a draft and final, and what came after it; the last, it moves time. */
    @Test
    @Order(Integer.MAX_VALUE)
    void monthsThatAreOver() {
        OVER.values().forEach(UsagePagesTest::month);
        var time = app.part(TimeMachine.class);
        time.moveTo(Instant.parse("2026-04-02T03:00:00Z"));
        // 996 and a tenth of it.
        var english = Objects.requireNonNull(OVER.get("en"));
        assertThat(seen(english, "en", "/my/usage/months"))
                .contains("March 2026", "Draft", "1,095");
        time.moveTo(Instant.parse("2026-04-05T03:00:00Z"));
        OVER.values()
                .forEach(a -> ok(new Http(app, a).post(USAGE, event("l", "requests", 50, 30))));
        OVER.forEach(
                (language, account) -> {
                    assertThat(seen(account, language, "/my/usage/months")).contains("1,095");
                    assertThat(seen(account, language, "/my/usage/months/2026-03"))
                            .contains("1,095", "525", "25");
                });
        var me = new Http(app, english);
        assertThat(
                        ok(me.get(USAGE + "/months"))
                                .required("data")
                                .get(1)
                                .required("state")
                                .asString())
                .isEqualTo("final");
        var march = ok(me.get(USAGE + "/months/2026-03"));
        assertThat(march.required("late").get(0).required("amount").asInt()).isEqualTo(25);
        assertThat(march.required("days")).isNotEmpty();
        assertThat(me.get(USAGE + "/months/2025-01").statusCode()).isEqualTo(404);
        assertThat(me.get(USAGE + "/months/x").statusCode()).isEqualTo(422);
        assertThat(me.get("/my/usage/months/x").statusCode()).isEqualTo(404);
    }

    private static String seen(AccountId account, String language, String path) {
        try (var visitor = visitor(account, language)) {
            var page = visitor.open(path);
            var details = page.locator("main details summary");
            if (details.count() > 0) {
                details.last().click();
            }
            if (language.equals("en")) {
                visitor.axe();
            }
            visitor.noRawKey();
            visitor.phone().nothingOverflows();
            visitor.screenshot(path.substring(1).replace('/', '-') + "-" + language);
            return page.locator("main").innerText();
        }
    }

    /** A program of the provider names the account and shows its key; another key is refused. */
    @Test
    void aProgramShowsItsKey() throws Exception {
        var account = member(Language.EN);
        var event =
                "{\"id\": \"p\", \"account\": \""
                        + account
                        + "\", \"product\": \"storage\", \"meter\": \"requests\", \"quantity\": 4}";
        assertThat(program("Bearer test-usage-key", event).statusCode()).isEqualTo(200);
        assertThat(program("Bearer other", event).statusCode()).isEqualTo(401);
        assertThat(program("Bearer test-usage-key", event.replace("account", "acc")).statusCode())
                .isEqualTo(422);
    }

    private static HttpResponse<String> program(String key, String json) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(app.url(USAGE)))
                        .header("Authorization", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Of the contract that began on the 1st; it is the 20th. */
    private static void month(AccountId account) {
        var events = new ArrayList<String>();
        for (int day = 2; day < 18; day++) {
            events.add(event("s" + day, "stored", 10, day));
        }
        events.add(event("r", "requests", 600, 4));
        events.add(event("q", "requests", 400, 11));
        ok(new Http(app, account).post(USAGE, "{\"events\": [" + String.join(",", events) + "]}"));
    }

    private static String event(String id, String meter, int quantity, int day) {
        return ("{\"id\": \"%s\", \"product\": \"storage\", \"meter\": \"%s\","
                        + " \"quantity\": %d, \"time\": \"2026-03-%02dT09:00:00+09:00\"}")
                .formatted(id, meter, quantity, day);
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static Browser visitor(AccountId account, String language) {
        var visitor = Browser.visitor(app, language);
        visitor.page()
                .context()
                .setExtraHTTPHeaders(Map.of("Test-Account", account.value().toString()));
        return visitor;
    }

    private static AccountId member(Language language) {
        var name = "user" + NUMBERS.incrementAndGet();
        var named = NewMember.named(name, MemberType.INDIVIDUAL, "JP");
        var wanted = new NewMember(null, named.details(), language, null);
        var account = app.part(Members.class).register(List.of(wanted)).getFirst().account();
        Cards.register(app, account);
        var offer = new Contract.Offer("storage", "pay-as-you-go", 1, "JP", "vpc");
        var zone = ZoneId.of("Asia/Tokyo");
        app.part(Contracts.class)
                .apply(new ApplicationForm(account, offer, zone, null, null, List.of()), "test");
        return account;
    }
}
