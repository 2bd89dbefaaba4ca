package sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import sandbox.shared.Json;
import tools.jackson.databind.JsonNode;

/** The published test vectors. */
public final class Vectors {
    private Vectors() {}

    public static JsonNode read(String name) {
        try (var in = Vectors.class.getResourceAsStream("/vectors/" + name + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("There are no vectors named " + name);
            }
            return Json.tree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
