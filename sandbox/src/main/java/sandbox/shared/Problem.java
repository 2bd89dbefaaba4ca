package sandbox.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refusal that a program answers as {@code application/problem+json} (RFC 9457). */
public final class Problem extends RuntimeException {
    private final transient Body body;

    /** One field and what is wrong with it. */
    public record FieldError(String field, String code, String message) {}

    private record Body(int status, String code, List<FieldError> errors) {}

    private Problem(Body body, String detail) {
        super(detail, null, false, false);
        this.body = body;
    }

    public static Problem of(int status, String code, String detail) {
        return new Problem(new Body(status, code, List.of()), detail);
    }

    public static Problem fields(List<FieldError> errors) {
        return new Problem(new Body(422, "fields", errors), "Some fields need another look.");
    }

    public int status() {
        return body.status();
    }

    public String code() {
        return body.code();
    }

    Map<String, Object> toJson() {
        var json = new LinkedHashMap<String, Object>();
        json.put("type", "about:blank");
        json.put("status", body.status());
        json.put("code", body.code());
        json.put("detail", String.valueOf(getMessage()));
        if (!body.errors().isEmpty()) {
            json.put("errors", body.errors());
        }
        return json;
    }
}
