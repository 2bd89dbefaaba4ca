package keiyaku.web.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import keiyaku.shared.MovableClock;
import keiyaku.testing.App;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ClockPageTest {

    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    @Test
    void timeIsMovedForward() throws Exception {
        var app = App.start(Map.of("keiyaku.sandbox", true));
        try {
            var clock = app.part(MovableClock.class);
            var before = clock.instant();
            var page = get(app, "/sandbox?lang=en");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Time in the sandbox", "Orders to product sites");

            var moved = post(app, page.body(), Map.of("step", "P7D"));
            assertThat(moved.body()).contains("Time has been moved");
            assertThat(Duration.between(before, clock.instant()).toDays()).isEqualTo(7);

            var until = clock.instant().plus(Duration.ofHours(3)).toString();
            assertThat(post(app, page.body(), Map.of("until", until)).statusCode()).isEqualTo(200);
            assertThat(Duration.between(before, clock.instant()).toHours()).isEqualTo(171);

            assertThat(post(app, page.body(), Map.of("until", "2020-01-01")).body())
                    .contains("That day has begun already");
            assertThat(post(app, page.body(), Map.of("until", "2999-01-01")).body())
                    .contains("more than 400 days ahead");
            assertThat(post(app, page.body(), Map.of("until", "soon")).statusCode()).isEqualTo(422);
        } finally {
            app.stop();
        }
    }

    @Test
    void elsewhereThereIsNoSuchPage() {
        new ApplicationContextRunner()
                .withUserConfiguration(ClockController.class)
                .run(context -> assertThat(context).doesNotHaveBean(ClockController.class));
    }

    private HttpResponse<String> get(App app, String path)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(app.url(path))).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(App app, String page, Map<String, String> fields)
            throws IOException, InterruptedException {
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        var all = new java.util.HashMap<>(fields);
        all.put("_csrf", token.group(1));
        var body =
                all.entrySet().stream()
                        .map(f -> f.getKey() + "=" + encoded(f.getValue()))
                        .collect(Collectors.joining("&"));
        return http.send(
                HttpRequest.newBuilder(URI.create(app.url("/sandbox/clock")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
