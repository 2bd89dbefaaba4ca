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
import java.util.regex.Pattern;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;

/** Requests of one login to an application that was started with login-by-header. */
public final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

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
        var page = get("/");
        var cookie =
                page.headers().allValues("set-cookie").stream()
                        .filter(c -> c.startsWith("csrf="))
                        .findFirst()
                        .orElseThrow()
                        .split(";")[0];
        var token = CSRF.matcher(page.body());
        if (!token.find()) {
            throw new IllegalStateException("no CSRF token on the first page");
        }
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Cookie", cookie, "X-CSRF-Token", token.group(1)));
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
