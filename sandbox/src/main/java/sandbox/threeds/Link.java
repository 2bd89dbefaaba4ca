package sandbox.threeds;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import sandbox.shared.Json;
import sandbox.shared.Outbound;

/** The line between two servers of 3-D Secure; its key stands for their mutual TLS. */
public record Link(String key) {

    /** Throws {@link IOException} when no answer comes. */
    public Message ask(URI to, Message message) throws IOException, InterruptedException {
        var answer =
                Outbound.post(to, Json.bytes(message), Map.of("Authorization", "Bearer " + key));
        return Json.read(answer.body(), Message.class);
    }

    @Override
    public String toString() {
        return "Link";
    }
}
