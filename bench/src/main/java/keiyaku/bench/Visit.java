package keiyaku.bench;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: it keeps cookies, follows redirects and sends forms back. */
public final class Visit {

    private static final Pattern SECRET = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
    private final String base;

    public Visit(String base) {
        this.base = base;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base).resolve(path)));
    }

    /** Opens a page and sends its form, filled in; fails where the answer is a refusal. */
    public HttpResponse<String> submit(String page, Map<String, String> fields)
            throws IOException, InterruptedException {
        return submit(page, page, fields);
    }

    HttpResponse<String> submit(String page, String action, Map<String, String> fields)
            throws IOException, InterruptedException {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", first(SECRET, get(page).body()));
        var body =
                all.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return post(action, FORM, body);
    }

    HttpResponse<String> post(String address, String type, String body)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(base).resolve(address))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)));
    }

    /** The first group of what is found; the page is part of the message when nothing is. */
    static String first(Pattern pattern, String text) throws IOException {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("no " + pattern + " in:\n" + text);
        }
        return found.group(1);
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var answer =
                http.send(request.header("Accept-Language", "ja").build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException(
                    answer.uri() + " answers " + answer.statusCode() + ":\n" + answer.body());
        }
        return answer;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
