package keiyaku.web.member;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;

/** The fields of a form as they were typed, the first value of each. */
final class Typed {

    private Typed() {}

    static Map<String, String> of(HttpServletRequest request) {
        Map<String, String> typed = new HashMap<>();
        request.getParameterMap()
                .forEach((name, values) -> typed.put(name, values.length == 0 ? "" : values[0]));
        typed.remove("_csrf");
        return typed;
    }
}
