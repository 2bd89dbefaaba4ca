package sandbox.threeds;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Json;
import sandbox.shared.Problem;

/** One 3-D Secure message: the fields of EMV 2.2.0 (browser channel) by their own names. */
public final class Message {
    public static final String VERSION = "2.2.0";

    private final Map<String, Object> fields;

    private Message(Map<String, Object> fields) {
        this.fields = fields;
    }

    public static Message of(String type) {
        return new Message(new LinkedHashMap<>())
                .with("messageType", type)
                .with("messageVersion", VERSION);
    }

    @JsonCreator
    static Message from(Map<String, Object> fields) {
        return new Message(new LinkedHashMap<>(fields));
    }

    @JsonValue
    public Map<String, Object> fields() {
        return fields;
    }

    /** This message with one more field; a field that is not known is left out. */
    public Message with(String field, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Message(more);
    }

    /** This message with the fields named that the other one carries. */
    public Message with(Message other, String... names) {
        Message all = this;
        for (String name : names) {
            all = all.with(name, other.fields.get(name));
        }
        return all;
    }

    public Message without(String... names) {
        var fewer = new LinkedHashMap<>(fields);
        for (String name : names) {
            fewer.remove(name);
        }
        return new Message(fewer);
    }

    public boolean is(String type) {
        return type.equals(get("messageType"));
    }

    public @Nullable String get(String field) {
        Object value = fields.get(field);
        return value == null ? null : value.toString();
    }

    /** The value of a required field; a 400 problem when the message lacks it. */
    public String require(String field) {
        String value = get(field);
        if (value == null || value.isEmpty()) {
            throw Problem.of(400, "201", "Required element missing: " + field);
        }
        return value;
    }

    /** As it passes through the browser: base64url of the JSON, without padding. */
    public String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(fields));
    }

    public static Message decode(String text) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.UTF_8));
            return Json.read(json, Message.class);
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "203", "The message is not base64url.");
        }
    }

    /** The message Erro, with the code of EMV table A.4 such as 201, 203, 305 or 403. */
    public static Message error(String code, String description) {
        return of("Erro")
                .with("errorCode", code)
                .with("errorComponent", "D")
                .with("errorDescription", description)
                .with("errorDetail", description);
    }

    // A message may carry the card's number.
    @Override
    public String toString() {
        return String.valueOf(get("messageType"));
    }
}
