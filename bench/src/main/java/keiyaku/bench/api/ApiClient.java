package keiyaku.bench.api;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A member's program: logged in once, then one request after the other. */
final class ApiClient implements AutoCloseable {

    private static final Pattern SECRET = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String START =
            """
            {"product": "vps", "plan": "standard", "seats": 1, "region": "JP", "platform": "vpc",
             "agreed": [{"code": "vps-terms", "version": "2026-01"}]}\
            """;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
    private final URI base;
    private String csrfHeader = "";
    private String csrfToken = "";

    ApiClient(URI base) {
        this.base = base;
    }

    void logIn(String email, String password) throws IOException, InterruptedException {
        var form = send(HttpRequest.newBuilder(base.resolve("/login"))).body();
        var secret = SECRET.matcher(form);
        if (!secret.find()) {
            throw new IOException("the login's form has no secret:\n" + form);
        }
        var fields =
                "email=%s&password=%s&_csrf=%s"
                        .formatted(encoded(email), encoded(password), encoded(secret.group(1)));
        send(
                HttpRequest.newBuilder(base.resolve("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields)));
        var csrf = read("/api/v1/session").required("csrf");
        csrfHeader = csrf.required("header").asString();
        csrfToken = csrf.required("token").asString();
    }

    String firstInvoice() throws IOException, InterruptedException {
        return read("/api/v1/invoices").required("data").get(0).required("id").asString();
    }

    void startContract() throws IOException, InterruptedException {
        send(
                HttpRequest.newBuilder(base.resolve("/api/v1/contracts"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header(csrfHeader, csrfToken)
                        .POST(BodyPublishers.ofString(START)));
    }

    void readInvoice(String id) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(base.resolve("/api/v1/invoices/" + id)));
    }

    private JsonNode read(String path) throws IOException, InterruptedException {
        var answer = send(HttpRequest.newBuilder(base.resolve(path)));
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException(
                    answer.uri() + " answers " + answer.statusCode() + ":\n" + answer.body());
        }
        return answer;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
