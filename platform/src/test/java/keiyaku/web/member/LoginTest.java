package keiyaku.web.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import keiyaku.member.MemberExamples;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.member.NewMember;
import keiyaku.shared.MovableClock;
import keiyaku.testing.App;
import keiyaku.testing.Outside;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** M-13 and M-14 over HTTP, as a browser without script would do it. */
class LoginTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String OTHER_PASSWORD = "Zq4-tuvw";

    private static Outside outside;
    private static App app;

    private final int number = NEXT.incrementAndGet();
    private final String name = "login" + number;
    private final String email = name + "@members.example";
    private final Visit visit = new Visit();

    @BeforeAll
    static void start() {
        outside = Outside.start();
        app = App.start(outside.settings());
    }

    @AfterAll
    static void stop() {
        app.stop();
        outside.close();
    }

    @Test
    void comesBackToThePageThatWasAskedFor() {
        member();
        var asked = visit.get("/my/profile?x=1");
        assertThat(asked.uri().getPath()).isEqualTo("/login");
        assertThat(visit.logIn(email, MemberExamples.PASSWORD).uri().toString())
                .endsWith("/my/profile?x=1");
    }

    @Test
    void aDestinationElsewhereIsNotFollowed() {
        member();
        for (var evil : List.of("https://evil.example/", "//evil.example", "/\\evil.example")) {
            var other = new Visit();
            other.get("/login?to=" + URLEncoder.encode(evil, StandardCharsets.UTF_8));
            assertThat(other.logIn(email, MemberExamples.PASSWORD).uri().getPath())
                    .isEqualTo("/my");
        }
    }

    @Test
    void anUnknownIdAndAWrongPasswordGetTheSameAnswer() {
        member();
        var unknown = visit.logIn("nobody" + number + "@example.jp", "x");
        var wrong = visit.logIn(email, "x");
        assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(422);
        assertThat(summary(unknown)).isEqualTo(summary(wrong)).isNotEmpty();
        assertThat(wrong.body()).contains("value=\"" + email + "\"").doesNotContain("value=\"x\"");
    }

    @Test
    void missingFieldsAreNamedAndCountNoAttempt() {
        var answer = visit.logIn("", "");
        assertThat(answer.body()).contains("id=\"email-error\"").contains("id=\"password-error\"");
    }

    @Test
    void waitsGrowPerIdAndEndWithTime() {
        member();
        for (int i = 0; i < 4; i++) {
            assertThat(summary(visit.logIn(email, "wrong"))).doesNotContain("seconds");
        }
        visit.logIn(email, "wrong");
        var waits = visit.logIn(email, MemberExamples.PASSWORD);
        assertThat(summary(waits)).contains("seconds");
        move(Duration.ofSeconds(11));
        visit.logIn(email, "wrong");
        move(Duration.ofSeconds(11));
        assertThat(summary(visit.logIn(email, MemberExamples.PASSWORD))).contains("seconds");
        move(Duration.ofSeconds(11));
        assertThat(visit.logIn(email, MemberExamples.PASSWORD).uri().getPath()).isEqualTo("/my");
    }

    @Test
    void theSessionHasANewIdAfterLogin() {
        member();
        visit.get("/sign-up/form");
        visit.logIn(email, MemberExamples.PASSWORD);
        var first = visit.cookie("session");
        visit.post("/logout", Map.of());
        assertThat(visit.get("/my").uri().getPath()).isEqualTo("/login");
        visit.logIn(email, MemberExamples.PASSWORD);
        assertThat(visit.cookie("session")).isNotEqualTo(first);
    }

    @Test
    void aNewDeviceIsToldOfByMailOnce() {
        member();
        visit.logIn(email, MemberExamples.PASSWORD);
        assertThat(outside.mail(email, 1).get("subject").asString())
                .isEqualTo("Login from a new device");
        visit.post("/logout", Map.of());
        visit.logIn(email, MemberExamples.PASSWORD);
        new Visit().logIn(email, MemberExamples.PASSWORD);
        outside.mail(email, 2);
        assertThat(outside.mails(email)).hasSize(2);
    }

    @Test
    void sessionsAreListedAndEnded() {
        member();
        visit.logIn(email, MemberExamples.PASSWORD);
        var second = new Visit();
        second.logIn(email, MemberExamples.PASSWORD);
        var third = new Visit();
        third.logIn(email, MemberExamples.PASSWORD);
        var list = visit.get("/my/security").body();
        assertThat(list).contains("in 3 places").doesNotContain(second.cookie("session"));
        var handle = Pattern.compile("/my/sessions/([0-9a-f]+)/end\"").matcher(list);
        assertThat(handle.find()).isTrue();
        visit.post("/my/sessions/" + handle.group(1) + "/end", Map.of());
        assertThat(visit.get("/my/security").body()).contains("in 2 places");
        visit.post("/my/sessions/end-others", Map.of());
        assertThat(visit.get("/my/security").uri().getPath()).isEqualTo("/my/security");
        assertThat(second.get("/my").uri().getPath()).isEqualTo("/login");
        assertThat(third.get("/my").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void aNewPasswordEndsEverySession() {
        member();
        visit.logIn(email, MemberExamples.PASSWORD);
        var other = new Visit();
        other.logIn(email, MemberExamples.PASSWORD);
        assertThat(visit.get("/my/password").body()).contains("every session of this login ends");
        var wrong = visit.post("/my/password", passwords("not it", OTHER_PASSWORD));
        assertThat(wrong.body()).contains("currentPassword-error");
        assertThat(other.get("/my").uri().getPath()).isEqualTo("/my");
        visit.post("/my/password", passwords(MemberExamples.PASSWORD, OTHER_PASSWORD));
        assertThat(visit.get("/my").uri().getPath()).isEqualTo("/login");
        assertThat(other.get("/my").uri().getPath()).isEqualTo("/login");
        assertThat(visit.logIn(email, MemberExamples.PASSWORD).statusCode()).isEqualTo(422);
        assertThat(visit.logIn(email, OTHER_PASSWORD).uri().getPath()).isEqualTo("/my");
    }

    private static Map<String, String> passwords(String current, String wanted) {
        return Map.of("currentPassword", current, "password", wanted, "passwordAgain", wanted);
    }

    @Test
    void aForgottenPasswordIsChosenAnewOnceWithinHalfAnHour() {
        member();
        var other = new Visit();
        other.logIn(email, MemberExamples.PASSWORD);
        outside.mail(email, 1);
        var known = visit.post("/login/reset", Map.of("email", email));
        var unknown = visit.post("/login/reset", Map.of("email", "nobody@members.example"));
        assertThat(known.body().replace(email, "x"))
                .contains("a mail is on its way")
                .hasSameSizeAs(unknown.body().replace("nobody@members.example", "x"));
        var link = link(2);
        assertThat(visit.get(link).statusCode()).isEqualTo(200);
        var weak = visit.post(link, Map.of("password", "short", "passwordAgain", "short"));
        assertThat(weak.body()).contains("password-error");
        visit.post(link, Map.of("password", OTHER_PASSWORD, "passwordAgain", OTHER_PASSWORD));
        assertThat(other.get("/my").uri().getPath()).isEqualTo("/login");
        assertThat(visit.get(link).body()).contains("does not work any more");
        assertThat(visit.logIn(email, OTHER_PASSWORD).uri().getPath()).isEqualTo("/my");

        // The link, that the password was changed, and both logins from new devices.
        outside.mail(email, 4);
        var sent = outside.mails(email).size();
        new Visit().post("/login/reset", Map.of("email", email));
        var late = link(sent + 1);
        move(Duration.ofMinutes(31));
        assertThat(visit.get(late).body()).contains("does not work any more");
    }

    private String link(int mails) {
        var text = outside.mail(email, mails).get("text").asString();
        var match = Pattern.compile("/login/reset/[0-9a-f]{96}").matcher(text);
        assertThat(match.find()).as(text).isTrue();
        return match.group();
    }

    @Test
    void aFormThatMeetsAnEndedSessionIsOpenedAgainAfterTheLogin() {
        member();
        visit.logIn(email, MemberExamples.PASSWORD);
        visit.get("/my/profile");
        visit.forget("session");
        var answer = visit.post("/my/profile", Map.of("city", "Osaka"));
        assertThat(answer.uri().getPath()).isEqualTo("/login");
        assertThat(visit.logIn(email, MemberExamples.PASSWORD).uri().getPath())
                .isEqualTo("/my/profile");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(app.url("/login")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("email=a&password=b"))
                        .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aSessionEndsTwelveHoursAfterItsLogin() {
        var strict = new java.util.HashMap<>(outside.settings());
        strict.put("keiyaku.member.session-longest", "1ms");
        var other = App.start(strict);
        try {
            register(other);
            var visitor = new Visit(other);
            visitor.get("/login");
            visitor.logIn(email, MemberExamples.PASSWORD);
            assertThat(visitor.get("/my").uri().getPath()).isEqualTo("/login");
        } finally {
            other.stop();
        }
    }

    private void member() {
        register(app);
        visit.get("/login");
    }

    private void register(App where) {
        var plain = NewMember.named(name, MemberType.INDIVIDUAL, "US");
        var wanted =
                new NewMember(null, plain.details(), plain.language(), MemberExamples.PASSWORD);
        where.part(Members.class).register(List.of(wanted));
    }

    private static void move(Duration ahead) {
        var clock = app.part(MovableClock.class);
        clock.moveTo(clock.instant().plus(ahead));
    }

    private static String summary(HttpResponse<String> answer) {
        var match =
                Pattern.compile("class=\"summary\".*?</div>", Pattern.DOTALL)
                        .matcher(answer.body());
        return match.find() ? match.group() : "";
    }

    /** One browser without script: cookies, redirects, the token of the last page. */
    private static final class Visit {
        private static final Pattern TOKEN =
                Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
        private static final Pattern TO = Pattern.compile("name=\"to\"[^>]*value=\"([^\"]*)\"");

        private final App where;
        private final CookieManager cookies = new CookieManager();
        private final HttpClient http =
                HttpClient.newBuilder()
                        .cookieHandler(cookies)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
        private String last = "";

        Visit() {
            this(app);
        }

        Visit(App where) {
            this.where = where;
        }

        HttpResponse<String> get(String path) {
            return send(request(path).GET().build());
        }

        HttpResponse<String> logIn(String email, String password) {
            if (!last.contains("action=\"/login\"")) {
                get("/login");
            }
            var to = TO.matcher(last);
            var wanted = to.find() ? to.group(1).replace("&amp;", "&") : "";
            return post("/login", Map.of("email", email, "password", password, "to", wanted));
        }

        HttpResponse<String> post(String path, Map<String, String> fields) {
            if (!TOKEN.matcher(last).find()) {
                get("/login");
            }
            var token = TOKEN.matcher(last);
            assertThat(token.find()).as("a token on the page").isTrue();
            var all = new java.util.HashMap<>(fields);
            all.put("_csrf", token.group(1));
            var body =
                    all.entrySet().stream()
                            .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                            .collect(Collectors.joining("&"));
            return send(
                    request(path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Referer", where.url(path))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build());
        }

        private static String encoded(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(where.url(path)))
                    .header("Accept-Language", "en");
        }

        private HttpResponse<String> send(HttpRequest request) {
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                last = answer.body();
                return answer;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        String cookie(String name) {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(name))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElse("");
        }

        void forget(String name) {
            var store = cookies.getCookieStore();
            store.getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(name))
                    .toList()
                    .forEach(cookie -> store.remove(URI.create(where.url("/")), cookie));
        }
    }
}
