package keiyaku.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import keiyaku.testing.App;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The frame around every page, as HTTP tells it: language, headers, caching, errors. */
class FrameTest {

    private static final App APP = App.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String CARD = "4242 4242 4242 4242";

    @ParameterizedTest
    @CsvSource({
        "'ja,en;q=0.8', ja",
        "'fr-FR,fr;q=0.9,ko;q=0.5', ko",
        "'zh-TW', zh-CN",
        "'de', en",
        "'', en"
    })
    void theBrowsersLanguageDecides(String accepted, String language) throws Exception {
        var request = request("/");
        if (!accepted.isEmpty()) {
            request.header("Accept-Language", accepted);
        }
        assertThat(send(request).body()).contains("<html lang=\"" + language + "\"");
    }

    @Test
    void whatWasChosenIsKeptAndGoesBeforeTheBrowser() throws Exception {
        var chosen = send(request("/?a=1&lang=ko").header("Accept-Language", "ja"));
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(chosen.headers().firstValue("Location")).hasValue("/?a=1");
        var cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("lang=ko").contains("HttpOnly", "SameSite=Lax");
        var shown = send(request("/").header("Accept-Language", "ja").header("Cookie", "lang=ko"));
        assertThat(shown.body()).contains("<html lang=\"ko\"");
    }

    @Test
    void aChoiceNeverLeadsToAnotherHost() throws Exception {
        var answer = send(request("//evil.example/?lang=ko"));
        assertThat(answer.headers().firstValue("Location").orElse("/")).doesNotStartWith("//");
    }

    @Test
    void pagesAreKeptToThemselves() throws Exception {
        var headers = send(request("/")).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "script-src 'self'", "object-src 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy"))
                .hasValue("strict-origin-when-cross-origin");
        assertThat(headers.firstValue("X-Request-Id").orElseThrow()).matches("\\w{4}-\\w{4}");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void assetsAreKeptForGoodAndSmall() throws Exception {
        var assets = APP.part(Assets.class);
        for (var path : new String[] {assets.style(), assets.url("js/main.js"), assets.htmx()}) {
            var answer = send(request(path));
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("max-age=31536000", "immutable");
        }
        assertThat(send(request(assets.style())).body().getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(40_000);
    }

    @Test
    void aMissingPageSaysSoInTheVisitorsLanguage() throws Exception {
        var answer = send(request("/nowhere").header("Accept-Language", "ja"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("ページが見つかりません", "<html lang=\"ja\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?q=%zz", "/?%22%3E%3Cscript%3E=1", "/?lang=%zz", "/?a=1&&b", "/?=x"})
    void strangeAddressesAreNoFault(String path) throws Exception {
        var request = path.replace("%zz", "%25zz");
        assertThat(send(request(request)).statusCode()).isLessThan(500);
    }

    /** Put into a field's place, a whole page would hide what was typed. */
    @Test
    void anErrorOfAPartIsADialogOverThePage() throws Exception {
        var answer = send(request("/nowhere").header("HX-Request", "true"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("HX-Retarget")).hasValue("body");
        assertThat(answer.headers().firstValue("HX-Reswap")).hasValue("beforeend");
        assertThat(answer.body()).contains("<dialog").doesNotContain("<html");
    }

    @Test
    void aFaultShowsOnlyItsNumber() throws Exception {
        var answer = send(request("/styleguide/fault"));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains(answer.headers().firstValue("X-Request-Id").orElseThrow())
                .doesNotContain("IllegalState", "asked for");
    }

    @Test
    void theApiAnswersWithProblems() throws Exception {
        var answer = send(request("/api/v1/nowhere"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"not-found\"");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        assertThat(send(form("/styleguide", "name=Mina")).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name=" + CARD, CARD + "=name", "other=x&note=%EF%BC%94242424242424242"})
    void aCardNumberInAFormGoesNoFurther(String body) throws Exception {
        refusedWithoutAWord(send(form("/styleguide", body.replace(" ", "+"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?q=4242424242424242",
                "/nowhere/4242-4242-4242-4242",
                "/%34242424242424242"
            })
    void aCardNumberInAnAddressGoesNoFurther(String path) throws Exception {
        refusedWithoutAWord(send(request(path)));
    }

    @Test
    void aCardNumberInJsonGoesNoFurther() throws Exception {
        var request =
                request("/api/v1/members")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"note\":\"" + CARD + "\"}"));
        var answer = send(request);
        refusedWithoutAWord(answer);
        assertThat(answer.body()).contains("\"code\":\"card-number\"");
    }

    @Test
    void aBodyWithoutEndIsRefused() throws Exception {
        var request =
                request("/api/v1/members")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("x".repeat(1_100_000)));
        assertThat(send(request).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=%zz", "name=%ff%fe", "%=%"})
    void aBrokenFormIsNoFault(String body) throws Exception {
        assertThat(send(form("/styleguide", body)).statusCode()).isBetween(400, 499);
    }

    private static void refusedWithoutAWord(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("card number").doesNotContain("4242");
    }

    private static HttpRequest.Builder form(String path, String body) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(APP.url(path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
