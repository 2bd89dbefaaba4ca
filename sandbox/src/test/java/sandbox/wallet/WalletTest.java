package sandbox.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.World;

/** The wallet's site as its holder, and its interface as a merchant, use them. */
class WalletTest {
    private static final World WORLD = new World();
    private static final String BANK_KEY = "Bearer sandbox-bank-key";
    private static final Pattern VISIT = Pattern.compile("/authorize/(visit_\\w+)/");

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    @BeforeEach
    void open() {
        post("/control/wallets", "{\"id\":\"hanako\",\"password\":\"right-one\"}");
    }

    private static URI at(String path) {
        return WORLD.sandbox.wallet().resolve(path);
    }

    private static World.Answer post(String path, String json, String... headers) {
        return WORLD.post(at(path), json, headers);
    }

    private static World.Answer merchant(String path, String json, String key) {
        return post(
                path, json, "Authorization", "Bearer sandbox-wallet-key", "Idempotency-Key", key);
    }

    private static String visit() {
        var page = WORLD.get(at("/authorize?redirect_uri=http://127.0.0.1:1/back&state=s1")).text();
        var match = VISIT.matcher(page);
        assertThat(match.find()).isTrue();
        return "/authorize/" + match.group(1);
    }

    @Test
    void askedForIdThenPasswordThenConsent() {
        var visit = visit();
        assertThat(WORLD.form(at(visit + "/answer"), Map.of("answer", "yes")).status())
                .isEqualTo(403);
        assertThat(WORLD.form(at(visit + "/id"), Map.of("id", "hanako")).text())
                .contains("Password");
        assertThat(WORLD.form(at(visit + "/password"), Map.of("password", "wrong")).text())
                .contains("is wrong");
        assertThat(WORLD.form(at(visit + "/password"), Map.of("password", "right-one")).text())
                .contains("Allow");
        assertThat(WORLD.form(at(visit + "/answer"), Map.of("answer", "yes")).status())
                .isEqualTo(302);
        assertThat(WORLD.form(at(visit + "/answer"), Map.of("answer", "yes")).status())
                .isEqualTo(404);
    }

    @Test
    void speaksTheLanguageOfItsVisitor() {
        var asked = at("/authorize?redirect_uri=http://127.0.0.1:1/back&state=s1");
        assertThat(WORLD.get(asked, "Accept-Language", "fr, ja-JP;q=0.8").text())
                .contains("ウォレットにログイン", "テスト環境", "lang=\"ja\"", "state=s1&amp;lang=ko");
        assertThat(
                        WORLD.get(URI.create(asked + "&ui_locales=zh-CN"), "Accept-Language", "ko")
                                .text())
                .contains("登录钱包", "沙盒");
        assertThat(WORLD.get(at("/"), "Cookie", "lang=ko", "Accept-Language", "ja").text())
                .contains("샌드박스");
        for (var page : java.util.List.of(WORLD.sandbox.bank(), WORLD.sandbox.inbox())) {
            assertThat(WORLD.get(page.resolve("/?lang=ko"), "Authorization", BANK_KEY).text())
                    .contains("샌드박스", "lang=\"ko\"");
        }
    }

    @Test
    void takesGivesBackAndTellsShortRevokedAndWrongAmountApart() {
        post("/control/wallets/hanako/fund", "{\"points\":1000}");
        var token = link();
        var pay = "{\"token\":\"%s\",\"amount\":%d,\"currency\":\"JPY\"}";
        var taken = merchant("/v1/payments", pay.formatted(token, 700), "k1");
        assertThat(taken.at("/status")).isEqualTo("captured");
        assertThat(merchant("/v1/payments", pay.formatted(token, 700), "k1").at("/id"))
                .isEqualTo(taken.at("/id"));
        assertThat(merchant("/v1/payments", pay.formatted(token, 701), "k1").at("/code"))
                .isEqualTo("key-reused");
        assertThat(merchant("/v1/payments", pay.formatted(token, 301), "k2").at("/reason"))
                .isEqualTo("wallet-short");
        assertThat(merchant("/v1/payments", pay.formatted(token, 0), "k3").at("/code"))
                .isEqualTo("wrong-amount");
        merchant("/v1/payments/" + taken.at("/id") + "/refund", "{\"amount\":200}", "k4");
        assertThat(WORLD.get(at("/control/wallets/hanako")).json().required("points").asInt())
                .isEqualTo(500);
        post("/control/wallets/hanako/revoke", "");
        assertThat(merchant("/v1/payments", pay.formatted(token, 1), "k5").at("/reason"))
                .isEqualTo("link-revoked");
    }

    private static String link() {
        var visit = visit();
        WORLD.form(at(visit + "/id"), Map.of("id", "hanako"));
        WORLD.form(at(visit + "/password"), Map.of("password", "right-one"));
        var sent = WORLD.form(at(visit + "/answer"), Map.of("answer", "yes"));
        var code = sent.header("Location").replaceAll(".*code=(\\w+).*", "$1");
        return merchant("/v1/links", "{\"code\":\"" + code + "\"}", "l").at("/token");
    }
}
