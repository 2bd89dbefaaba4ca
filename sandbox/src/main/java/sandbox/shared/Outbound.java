package sandbox.shared;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** Calls that a program of the sandbox makes, to this machine only. */
public final class Outbound {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    // By its text, not by a look-up: a name that resolves here now may not do so later.
    private static final Pattern LOOPBACK =
            Pattern.compile(
                    "https?://(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?"
                            + "(/[\\w./%~?&=-]*)?");

    private Outbound() {}

    // Made at its first use: it takes longer to make than the rest of the start.
    private static final class Lazy {
        private static final HttpClient CLIENT =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
    }

    /** Posts JSON; throws {@link IOException} when no answer comes. */
    public static HttpResponse<byte[]> post(URI to, byte[] json, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(to)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json));
        headers.forEach(request::header);
        return Lazy.CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The address, when it is HTTP on this machine; a 422 problem otherwise. */
    public static URI loopback(String address) {
        if (!LOOPBACK.matcher(address).matches()) {
            throw Problem.of(422, "not-loopback", "The address must be http on 127.0.0.1.");
        }
        return URI.create(address);
    }
}
