package sandbox.authority;

import java.util.Map;

/** An error of ACME, answered as {@code application/problem+json} with a type of RFC 8555, 6.7. */
final class Refused extends RuntimeException {
    static final String TYPE = "urn:ietf:params:acme:error:";

    private final int status;
    private final String type;

    Refused(int status, String type, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.type = type;
    }

    int status() {
        return status;
    }

    Map<String, Object> toJson() {
        return problem(type, String.valueOf(getMessage()), status);
    }

    static Map<String, Object> problem(String type, String detail, int status) {
        return Map.of("type", TYPE + type, "detail", detail, "status", status);
    }
}
