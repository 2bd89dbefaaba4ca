package sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import sandbox.shared.Json;
import tools.jackson.databind.JsonNode;

/** A running sandbox as its callers see it: over HTTP. */
public final class World implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public final Sandbox sandbox;

    public World() {
        this(Options.free());
    }

    public World(Options options) {
        sandbox = Sandbox.start(options);
    }

    public record Answer(int status, JsonNode json, String text, HttpHeaders headers) {
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public String at(String pointer) {
            return json.at(pointer).asString();
        }
    }

    public Answer get(URI at, String... headers) {
        var request = request(at);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.GET());
    }

    public Answer post(URI at, String json, String... headers) {
        return method("POST", at, json, headers);
    }

    public Answer method(String method, URI at, String json, String... headers) {
        var request = request(at).header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    public Answer form(URI at, Map<String, String> fields) {
        String body =
                fields.entrySet().stream()
                        .map(
                                field ->
                                        field.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return send(
                request(at)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(URI at) {
        return HttpRequest.newBuilder(at)
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer sandbox-acquirer-key");
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String text = response.body();
            String type = response.headers().firstValue("Content-Type").orElse("");
            boolean json = type.contains("json") && !text.isEmpty();
            return new Answer(
                    response.statusCode(), Json.tree(json ? text : "{}"), text, response.headers());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    // The acquirer, as merchant and browser use it.

    public URI acquirer(String path) {
        return sandbox.acquirer().resolve(path);
    }

    public String openSession(String more) {
        var answer =
                post(
                        acquirer("/v1/card-sessions"),
                        "{\"merchantOrigin\":\"http://127.0.0.1:8080\",\"language\":\"en\","
                                + "\"reference\":\"m-1\""
                                + more
                                + "}");
        return answer.at("/id");
    }

    public Answer submit(String session, String number) {
        String code = number.startsWith("3") && number.length() == 15 ? "1234" : "123";
        return post(
                acquirer("/frames/card/" + session + "/submit"),
                """
                {"number":"%s","expMonth":"12","expYear":"2039","cvc":"%s","holder":"TARO YAMADA"}\
                """
                        .formatted(number, code));
    }

    public Answer session(String id) {
        return get(acquirer("/v1/card-sessions/" + id));
    }

    public String token(String number) {
        String session = openSession(",\"threeDS\":\"if-enrolled\"");
        submit(session, number);
        return session(session).at("/token");
    }

    public Answer pay(String key, String token, long amount) {
        return pay(key, token, amount, true);
    }

    public Answer pay(String key, String token, long amount, boolean capture) {
        return post(
                acquirer("/v1/payments"),
                """
                {"token":"%s","amount":%d,"currency":"JPY","reference":"inv-1","capture":%s,\
                "merchantInitiated":true}\
                """
                        .formatted(token, amount, capture),
                "Idempotency-Key",
                key);
    }

    public void will(String token, String answer, int times) {
        post(
                acquirer("/control/tokens/" + token + "/will"),
                "{\"answer\":\"%s\",\"times\":%d}".formatted(answer, times));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
