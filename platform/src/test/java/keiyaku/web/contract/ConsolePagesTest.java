package keiyaku.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import keiyaku.contract.ApplicationForm;
import keiyaku.contract.ApplicationForm.AgreedTerms;
import keiyaku.contract.Contract;
import keiyaku.contract.ContractState;
import keiyaku.contract.Contracts;
import keiyaku.contract.Workspace;
import keiyaku.shared.AccountId;
import keiyaku.testing.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console over HTTP, as a browser without script uses it. */
class ConsolePagesTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String APPLY = "/console/products/works/apply";
    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void whoeverMayNotApplyIsToldWhatIsMissing() {
        var http = new Http(ConsoleVisits.APP, ConsoleVisits.member());
        assertThat(http.get("/console").body()).contains("/my/payment-methods");
        assertThat(http.get(APPLY).body())
                .contains("Please register a payment method first.")
                .contains("/my/payment-methods");
    }

    @Test
    void theChosenPlaceIsKeptAndOthersAreNamed() {
        var http = new Http(ConsoleVisits.APP, ConsoleVisits.payer());
        var chosen = http.get("/console?region=KR&platform=classic");
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(chosen.headers().firstValue("set-cookie").orElse("")).contains("place=KR");
        assertThat(http.get("/console", "Cookie", "place=KR.classic").body())
                .contains("Offered in Japan on Classic.");
    }

    @Test
    void aLaterStepLeadsBackToTheFirstThatIsOpen() {
        var http = new Http(ConsoleVisits.APP, ConsoleVisits.payer());
        assertThat(location(http.get(APPLY + "/confirm"))).endsWith(APPLY + "/plan");
        assertThat(location(http.get(APPLY))).endsWith(APPLY + "/plan");
        assertThat(location(post(http, APPLY + "/plan", Map.of("plan", "lite", "seats", "3"))))
                .endsWith(APPLY + "/terms");
        assertThat(http.get(APPLY + "/plan").body()).contains("value=\"3\"");
        assertThat(location(http.get(APPLY))).endsWith(APPLY + "/terms");
    }

    @ParameterizedTest
    @CsvSource({
        "plan,  plan=none&seats=1,        Please choose one of the plans.",
        "plan,  plan=lite&seats=0,        'Please enter a number from 1 to 10,000.'",
        "terms, terms=old,                'To apply, please agree to all of the terms.'",
        "information, kind=group&name=-a, A hyphen cannot stand first or last.",
        "information, kind=group&name=A1, 'A group name has only a–z, 0–9 and hyphens.'",
        "information, kind=domain&name=co.jp, An ending such as co.jp is not a name by itself.",
        "information, name=fine&adminId=X, 'Please use 2 to 40 of a–z, 0–9, full stop'",
        "information/check, name=a--b,    Two hyphens cannot follow each other.",
    })
    void wrongAnswersAreToldBesideTheirField(String step, String body, String told) {
        var http = new Http(ConsoleVisits.APP, ConsoleVisits.payer());
        var answer = http.post(APPLY + "/" + step, body, "Content-Type", FORM);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(told);
    }

    @Test
    void theNameOfAnotherApplicantIsNotFree() {
        var name = "name=first" + NEXT.incrementAndGet();
        var check = APPLY + "/information/check";
        var first = new Http(ConsoleVisits.APP, ConsoleVisits.payer());
        assertThat(first.post(check, name, "Content-Type", FORM).body()).contains("is free");
        var second = new Http(ConsoleVisits.APP, ConsoleVisits.payer());
        assertThat(second.post(check, name, "Content-Type", FORM, "HX-Request", "true").body())
                .contains("This name is in use")
                .doesNotContain("<html");
    }

    @Test
    void sentTwiceIsOneContract() {
        var account = ConsoleVisits.payer();
        var http = new Http(ConsoleVisits.APP, account);
        var confirm = applied(http);
        var draft = hidden(confirm, "draft");
        var answers = Map.of("draft", draft, "adminPassword", "hanabi77x");
        assertThat(location(post(http, APPLY + "/confirm", answers))).endsWith(APPLY + "/done");
        assertThat(location(post(http, APPLY + "/confirm", answers))).endsWith(APPLY + "/done");
        assertThat(contracts().of(account)).hasSize(1);
        assertThat(http.get(APPLY + "/done").body()).contains("Your application is complete");
        assertThat(http.get(APPLY).body()).contains("You have had the free trial");
    }

    @Test
    void anOldQuoteIsShownAnew() {
        var account = ConsoleVisits.payer();
        var contract = trial(account);
        var http = new Http(ConsoleVisits.APP, account);
        var path = Words.path(contract.id()) + "/start";
        var old = hidden(http.get(path).body(), "fingerprint");
        var today = hidden(http.get(path).body(), "on", "type=\"date\" value=");
        var other = Map.of("way", "P1Y-upfront", "on", today, "act", "do", "fingerprint", old);
        var refused = post(http, path, other);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("has changed. Nothing has been done yet.");
        var anew = hidden(refused.body(), "fingerprint");
        assertThat(anew).isNotEqualTo(old);
        var done =
                post(
                        http,
                        path,
                        Map.of(
                                "way",
                                "P1Y-upfront",
                                "on",
                                today,
                                "act",
                                "do",
                                "fingerprint",
                                anew));
        assertThat(location(done)).endsWith(Words.path(contract.id()));
        assertThat(contracts().contract(account, contract.id()).state())
                .isEqualTo(ContractState.ACTIVE);
    }

    @Test
    void aReservedStartIsWithdrawn() {
        var account = ConsoleVisits.payer();
        var contract = trial(account);
        var http = new Http(ConsoleVisits.APP, account);
        var path = Words.path(contract.id());
        var later = contract.appliedOn().plusDays(9).toString();
        var asked = Map.of("way", "P1M-monthly", "on", later);
        var quoted = post(http, path + "/start", asked);
        assertThat(quoted.body()).contains("Reserve the start on");
        var fingerprint = hidden(quoted.body(), "fingerprint");
        var full =
                Map.of("way", "P1M-monthly", "on", later, "act", "do", "fingerprint", fingerprint);
        assertThat(post(http, path + "/start", full).statusCode()).isEqualTo(303);
        assertThat(http.get(path).body()).contains("Paid use begins on");
        var page = http.get(path + "/withdraw-start").body();
        var withdrawn =
                post(
                        http,
                        path + "/withdraw-start",
                        Map.of("act", "do", "fingerprint", hidden(page, "fingerprint")));
        assertThat(location(withdrawn)).endsWith(path);
        assertThat(http.get(path).body()).contains("Start paid use");
    }

    @Test
    void cancellationNeedsItsPhrase() {
        var account = ConsoleVisits.payer();
        var contract = trial(account);
        var http = new Http(ConsoleVisits.APP, account);
        var path = Words.path(contract.id()) + "/cancel";
        var shown = http.get(path).body();
        assertThat(shown).contains("I want to cancel").contains("all data is deleted");
        var fingerprint = hidden(shown, "fingerprint");
        var day = contract.appliedOn().toString();
        var wrong = Map.of("day", day, "phrase", "yes", "act", "do", "fingerprint", fingerprint);
        assertThat(post(http, path, wrong).statusCode()).isEqualTo(422);
        var right =
                Map.of(
                        "day",
                        day,
                        "phrase",
                        "I want to  CANCEL",
                        "act",
                        "do",
                        "fingerprint",
                        fingerprint);
        assertThat(post(http, path, right).statusCode()).isEqualTo(303);
        assertThat(contracts().contract(account, contract.id()).state())
                .isEqualTo(ContractState.ENDED);
        assertThat(http.get(path).body()).contains("This cannot be done now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/start", "/cancel", "/upgrade", "/renewal"})
    void theContractOfAnotherIsNotThere(String page) {
        var contract = trial(ConsoleVisits.payer());
        var other = new Http(ConsoleVisits.APP, ConsoleVisits.payer());
        assertThat(other.get(Words.path(contract.id()) + page).statusCode()).isEqualTo(404);
        assertThat(other.get("/console/contracts/con_x" + page).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "ko", "en", "zh-CN"})
    void eachPageIsReadInEachLanguage(String language) {
        var account = ConsoleVisits.payer();
        var path = Words.path(trial(account).id());
        try (var browser = ConsoleVisits.browser(account, language)) {
            var pages =
                    List.of(
                            "/console",
                            "/console/products/storage/apply/plan",
                            "/console/contracts",
                            path,
                            path + "/start",
                            path + "/cancel",
                            path + "/upgrade");
            for (var page : pages) {
                browser.open(page);
                browser.noRawKey();
                browser.phone().nothingOverflows();
                browser.desktop();
                if (language.equals("en")) {
                    browser.screenshot("console-en-" + pages.indexOf(page));
                }
            }
        }
    }

    private static String applied(Http http) {
        post(http, APPLY + "/plan", Map.of("plan", "basic", "seats", "2"));
        post(http, APPLY + "/terms", Map.of("terms", "works-terms@2026-01"));
        var information =
                Map.of(
                        "kind", "group",
                        "name", "twice" + NEXT.incrementAndGet(),
                        "adminId", "admin",
                        "company", "Hanabi",
                        "phone", "03-1234-5678");
        post(http, APPLY + "/information", information);
        return http.get(APPLY + "/confirm").body();
    }

    private static Contract trial(AccountId account) {
        var name = "trial" + NEXT.incrementAndGet();
        var workspace =
                new Workspace(Workspace.Kind.GROUP, name, "admin", "Hanabi", "03-1234-5678");
        var form =
                new ApplicationForm(
                        account,
                        new Contract.Offer("works", "basic", 2, "JP", "vpc"),
                        ZoneId.of("Asia/Tokyo"),
                        workspace,
                        "hanabi77x",
                        List.of(new AgreedTerms("works-terms", "2026-01", "127.0.0.1")));
        return contracts().apply(form, account.toString());
    }

    private static Contracts contracts() {
        return ConsoleVisits.APP.part(Contracts.class);
    }

    private static HttpResponse<String> post(Http http, String path, Map<String, String> fields) {
        var body =
                fields.entrySet().stream()
                        .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                        .collect(Collectors.joining("&"));
        return http.post(path, body, "Content-Type", FORM);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("no location: " + answer.body());
    }

    private static String hidden(String html, String name) {
        return hidden(html, name, "value=");
    }

    private static String hidden(String html, String name, String before) {
        var match =
                Pattern.compile("name=\"" + name + "\" [^>]*?" + before + "\"([^\"]+)\"")
                        .matcher(html);
        assertThat(match.find()).as(name + " in " + html).isTrue();
        return match.group(1);
    }
}
