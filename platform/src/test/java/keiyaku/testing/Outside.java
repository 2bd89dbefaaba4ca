package keiyaku.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import sandbox.Options;
import sandbox.Sandbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The outside world on free ports, and what came into its inbox. */
public final class Outside implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Sandbox sandbox;

    private Outside(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    public static Outside start() {
        return start(Options.free());
    }

    public static Outside start(Options options) {
        return new Outside(Sandbox.start(options));
    }

    /** What the application has to be told to find it. */
    public Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("keiyaku.sandbox", true);
        settings.put("keiyaku.outside.acquirer-url", sandbox.acquirer().toString());
        settings.put("keiyaku.outside.issuer-url", sandbox.issuer().toString());
        settings.put("keiyaku.outside.inbox-url", sandbox.inbox().toString());
        settings.put("keiyaku.outside.product-url", sandbox.product().toString());
        settings.put("keiyaku.outside.bank-url", sandbox.bank().toString());
        settings.put("keiyaku.outside.wallet-url", sandbox.wallet().toString());
        settings.put("keiyaku.outside.authority-url", sandbox.authority() + "/acme/directory");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", sandbox.smtpPort());
        return settings;
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /** Mails to an address, the newest first: subject, text, html. */
    public List<JsonNode> mails(String to) {
        return list("/control/mail", to);
    }

    /** Short messages to a number (E.164), the newest first: text. */
    public List<JsonNode> messages(String to) {
        return list("/control/sms", to);
    }

    /** Waits until a number of mails has come to an address, and gives the newest. */
    public JsonNode mail(String to, int count) {
        return newest(() -> mails(to), count);
    }

    public JsonNode message(String to, int count) {
        return newest(() -> messages(to), count);
    }

    /** The six digits in the newest mail, once a number of mails has come. */
    public String mailedCode(String to, int count) {
        return code(mail(to, count).get("subject").asString());
    }

    public String messagedCode(String to, int count) {
        return code(message(to, count).get("text").asString());
    }

    private static String code(String text) {
        var match = CODE.matcher(text);
        Assertions.assertThat(match.find()).as("a code in: " + text).isTrue();
        return match.group();
    }

    private static JsonNode newest(Supplier<List<JsonNode>> box, int count) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var found = box.get();
            if (found.size() >= count) {
                return found.getFirst();
            }
            pause();
        }
        throw new AssertionError("only " + box.get().size() + " of " + count + " came");
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<JsonNode> list(String path, String to) {
        var query = "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(sandbox.inbox() + path + query)).build();
        try {
            var body = http.send(request, BodyHandlers.ofString()).body();
            return JsonMapper.shared().readTree(body).valueStream().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
