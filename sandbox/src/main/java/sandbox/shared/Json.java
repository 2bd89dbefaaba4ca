package sandbox.shared;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the sandbox reads and writes it: unknown fields are ignored, dates are ISO 8601. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Throws a 400 problem when the text is not JSON of that shape. */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw Problem.of(400, "bad-json", "The body is empty.");
            }
            return value;
        } catch (JacksonException e) {
            // The original message may quote the body, and with it a card number.
            throw Problem.of(400, "bad-json", "The body is not JSON of the expected shape.");
        }
    }

    public static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    public static <T> T from(JsonNode node, Class<T> type) {
        return MAPPER.treeToValue(node, type);
    }
}
