package keiyaku.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What members do away from the platform: transfer money at a bank, log in to their wallet; and how
 * the sandbox's bank will answer.
 */
@Component
class Outside {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Pattern VISIT = Pattern.compile("/authorize/(visit_\\w+)/");
    private static final Pattern CODE = Pattern.compile("[?&]code=(\\w+)");

    /** Of every wallet here: who holds it is no question in a scenario. */
    private static final String PASSWORD = "scenario";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String bank;
    private final String bankKey;
    private final String wallet;
    private final String acquirer;
    private final String authority;

    Outside(Environment environment) {
        this.bank = environment.getProperty("keiyaku.outside.bank-url", "");
        this.acquirer = environment.getProperty("keiyaku.outside.acquirer-url", "");
        this.bankKey = environment.getProperty("keiyaku.outside.bank-key", "");
        this.authority = environment.getProperty("keiyaku.outside.authority-url", "");
        this.wallet = environment.getProperty("keiyaku.outside.wallet-url", "");
    }

    void atBank(String path, Map<String, Object> body) {
        json(bank + path, body);
    }

    void atWallet(String path, Map<String, Object> body) {
        json(wallet + path, body);
    }

    JsonNode atAcquirer(String path, Map<String, Object> body) {
        return json(acquirer + "/control/" + path, body);
    }

    /** Puts a record or a file where the certificate authority will look for it. */
    void atNames(String path, Map<String, Object> body) {
        json(authority.replace("/acme/directory", "/control/") + path, body);
    }

    void openWallet(String id) {
        atWallet("/control/wallets", Map.of("id", id, "password", PASSWORD));
    }

    /** Logs in at the address, says yes, and gives the code with which the browser comes back. */
    String allow(URI login, String id) {
        var page = send(HttpRequest.newBuilder(login).GET()).body();
        var visit = VISIT.matcher(page);
        if (!visit.find()) {
            throw new IllegalStateException("the wallet does not ask for a login");
        }
        var at = wallet + "/authorize/" + visit.group(1);
        form(at + "/id", "id", id);
        form(at + "/password", "password", PASSWORD);
        var back = form(at + "/answer", "answer", "yes").headers().firstValue("Location");
        var code = CODE.matcher(back.orElse(""));
        if (!code.find()) {
            throw new IllegalStateException("the wallet gave no code");
        }
        return code.group(1);
    }

    private HttpResponse<String> form(String url, String field, String value) {
        var body = field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode json(String url, Map<String, Object> body) {
        var answer =
                send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Authorization", "Bearer " + bankKey)
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                JsonMapper.shared().writeValueAsString(body))));
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(url + " answered " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body().isBlank() ? "{}" : answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("the sandbox does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
