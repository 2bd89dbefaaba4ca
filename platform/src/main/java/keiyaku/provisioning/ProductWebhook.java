package keiyaku.provisioning;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import keiyaku.shared.MovableClock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a product's own site by a signed webhook. A product's address and secret are {@code
 * keiyaku.provisioner.PRODUCT.url} and {@code .secret}; the sandbox's product site stands in for
 * those that have none.
 */
@Component
class ProductWebhook {

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST_WISH = Duration.ofDays(1);
    private static final int GONE = 410;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(TO_CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final Environment environment;
    private final MovableClock clock;

    ProductWebhook(Environment environment, MovableClock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    Attempt tell(Provisioner.Order order) {
        var target = target(order.task().product());
        if (target == null) {
            return new Attempt.Never("no address is set for " + order.task().product());
        }
        try {
            return attempt(http.send(request(target, order), BodyHandlers.discarding()));
        } catch (IOException e) {
            return new Attempt.NotNow("no answer: " + e.getClass().getSimpleName(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Attempt.NotNow("interrupted", null);
        }
    }

    private record Target(URI url, String secret) {}

    private @Nullable Target target(String product) {
        var own = "keiyaku.provisioner." + product;
        var url = environment.getProperty(own + ".url", "");
        if (url.isBlank()) {
            var site = environment.getProperty("keiyaku.outside.product-url", "");
            url = site.isBlank() ? "" : site + "/hooks/provisioning";
        }
        var shared = environment.getProperty("keiyaku.outside.product-secret", "");
        var secret = environment.getProperty(own + ".secret", shared);
        return url.isBlank() ? null : new Target(URI.create(url), secret);
    }

    private HttpRequest request(Target target, Provisioner.Order order) {
        var body =
                JsonMapper.shared()
                        .writeValueAsString(
                                Map.of(
                                        "id", order.id(),
                                        "type", order.task().type().tag(),
                                        "contract", order.task().contract().toString(),
                                        "sequence", order.sequence(),
                                        "product", order.task().product(),
                                        "data", order.data()));
        long timestamp = clock.wallTime().getEpochSecond();
        return HttpRequest.newBuilder(target.url())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("webhook-id", order.id())
                .header("webhook-timestamp", Long.toString(timestamp))
                .header(
                        "webhook-signature",
                        WebhookSignature.of(target.secret(), order.id(), timestamp, body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static Attempt attempt(HttpResponse<?> response) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return new Attempt.Confirmed();
        }
        if (status == GONE) {
            return new Attempt.Never("http 410: the site does not take orders any more");
        }
        return new Attempt.NotNow("http " + status, wish(response));
    }

    /** Retry-After in seconds; the form with a date is rare, and the schedule serves it too. */
    private static @Nullable Duration wish(HttpResponse<?> response) {
        var seconds = response.headers().firstValue("retry-after").orElse("");
        if (!seconds.matches("\\d{1,6}")) {
            return null;
        }
        var wish = Duration.ofSeconds(Long.parseLong(seconds));
        return wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
    }
}
