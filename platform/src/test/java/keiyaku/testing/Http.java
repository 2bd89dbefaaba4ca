package keiyaku.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;
import tools.jackson.databind.json.JsonMapper;

/** Requests of one login to an application that was started with login-by-header. */
public final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final App app;
    private final AccountId account;
    private final String language;

    public Http(App app, AccountId account) {
        this(app, account, "en");
    }

    private Http(App app, AccountId account, String language) {
        this.app = app;
        this.account = account;
        this.language = language;
    }

    /** The same login in another language than English. */
    public Http in(Language other) {
        return new Http(app, account, other.tag());
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    /** Sends JSON with the secret against forged requests, as a page's script would. */
    public HttpResponse<String> post(String path, String json, String... headers) {
        var session = get("/api/v1/session");
        var cookie =
                session.headers().allValues("set-cookie").stream()
                        .filter(c -> c.startsWith("csrf="))
                        .findFirst()
                        .orElseThrow()
                        .split(";")[0];
        var token = JsonMapper.shared().readTree(session.body()).required("csrf").required("token");
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Cookie", cookie, "X-CSRF-Token", token.asString()));
        var request = request(path, all.toArray(String[]::new));
        if (!all.contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        return send(request.POST(BodyPublishers.ofString(json)).build());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(app.url(path)))
                        .header("Cookie", "lang=" + language)
                        .header("Test-Account", account.value().toString());
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
