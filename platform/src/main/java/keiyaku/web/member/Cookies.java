package keiyaku.web.member;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** A cookie that only the server reads. */
enum Cookies {
    /** Knows a device again, so that no mail tells of it as new. */
    DEVICE("device", "/", Duration.ofDays(365)),
    /** The ticket of a sign-up on its way. */
    SIGN_UP("sign-up", "/sign-up", Duration.ofHours(24));

    private final String key;
    private final String path;
    private final Duration age;

    Cookies(String key, String path, Duration age) {
        this.key = key;
        this.path = path;
        this.age = age;
    }

    /** What it holds; empty when it is not there. */
    String read(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(key))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse("");
    }

    void write(HttpServletRequest request, HttpServletResponse response, String value) {
        set(request, response, value, age);
    }

    void drop(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }

    private void set(
            HttpServletRequest request,
            HttpServletResponse response,
            String value,
            Duration lives) {
        var cookie =
                ResponseCookie.from(key, value)
                        .path(path)
                        .maxAge(lives)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
