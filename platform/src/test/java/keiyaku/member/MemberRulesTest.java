package keiyaku.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Set;
import keiyaku.shared.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** M-6, M-7 and M-13 as tables; numbers by the published vectors. */
class MemberRulesTest {

    private static final PasswordPolicy POLICY = new PasswordPolicy(8, 16, true, true, true);

    @ParameterizedTest
    @CsvSource({
        "Kx7!mnop,         ",
        "Kx7!mno,          password-short",
        "Kx7!mnopqrstuvwx, ",
        "Kx7!mnopqrstuvwxy, password-long",
        "12345678!,        password-letter",
        "abcdefgh!,        password-digit",
        "Kx7mnopqr,        password-special",
        "Password1!,       password-common",
        "qwerty123!,       password-common",
        "taroyama1!,       password-has-id",
        "日本語パスワード1!,  ",
        "Kx7 mnop,         ",
    })
    void passwords(String password, String code) {
        refused(
                code,
                () ->
                        POLICY.check(
                                "password",
                                password,
                                "taroyama@example.jp",
                                Set.of("password1", "qwerty123")));
    }

    @ParameterizedTest
    @CsvSource({
        "Yamada, Taro,   , Taro Yamada",
        "Ng, Li,         , Li Ng",
        "O, Jin,         , Jin O",
        "O'Neill, Anne-Marie, , Anne-Marie O'Neill",
        "山田, 翔,        , 山田 翔",
        "김, 민준,        , 김민준",
        "Yamada, T,      name-too-short,",
        "'', Taro,       required,",
        "Yamada, Tar0,   name-characters,",
        "Yamada, Taro!,  name-characters,",
        "Yamada, <b>,    name-characters,",
        "Müller, Zoë,    , Zoë Müller",
        "Nguyễn, Ánh,    , Ánh Nguyễn",
        "Yamada, '😀😀',  name-characters,",
        "Yamada, -a,     name-characters,",
    })
    void namesInTwoFields(String family, String given, String code, String shown) {
        if (code == null) {
            assertThat(PersonName.of("familyName", family, "givenName", given).display())
                    .isEqualTo(shown);
        } else {
            refused(code, () -> PersonName.of("familyName", family, "givenName", given));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "山田太郎, ",
        "山田　太郎, ",
        "山田・太郎, ",
        "マイケル・オコナー, ",
        "김민준, ",
        "王伟, ",
        "Jean-Luc Picard, ",
        "佐々木 希, ",
        "山, name-too-short",
        "山田2, name-characters",
        "山田(太郎), name-characters",
    })
    void namesInOneField(String name, String code) {
        refused(code, () -> PersonName.whole("name", name));
    }

    @ParameterizedTest
    @CsvSource({
        "taro@example.jp, taro@example.jp",
        "' Taro.Yamada+cloud@Example.JP ', Taro.Yamada+cloud@example.jp",
        "ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ, taro@example.jp",
        "taro@日本語.jp, taro@xn--wgv71a119e.jp",
        "taro, ",
        "taro@, ",
        "@example.jp, ",
        "taro@example, ",
        "taro..yamada@example.jp, ",
        "taro yamada@example.jp, ",
        "taro@example.jp@evil.example, ",
        "'taro@example.jp\r\nBcc: all@example.jp', ",
        "taro@-example.jp, ",
    })
    void emailAddresses(String typed, String read) {
        if (read == null) {
            assertThatThrownBy(() -> EmailAddress.parse("email", typed))
                    .isInstanceOf(BadInputException.class);
        } else {
            assertThat(EmailAddress.parse("email", typed).value()).isEqualTo(read);
        }
    }

    @Test
    void phonesByTheVectors() throws IOException {
        for (var item : vectors("phone_formats").get("cases")) {
            var region = item.get("region").asString();
            var input = item.get("input").asString();
            boolean mobile =
                    item.get("valid").asBoolean() && "MOBILE".equals(item.get("type").asString());
            if (mobile) {
                var number = PhoneNumber.parse("phone", input, region);
                assertThat(number.e164()).isEqualTo(item.get("e164").asString());
                assertThat(number.asEntered()).isEqualTo(input);
                assertThat(number.shownIn(region)).isEqualTo(item.get("national").asString());
            } else {
                assertThatThrownBy(() -> PhoneNumber.parse("phone", input, region))
                        .as(input)
                        .isInstanceOf(BadInputException.class);
            }
        }
    }

    @Test
    void businessNumbersByTheVectors() throws IOException {
        for (var item : vectors("check_digits").get("items")) {
            switch (item.get("id").asString()) {
                case "jp_corporate_number" -> checkNumbers(item, "JP");
                case "kr_business_registration_number" -> checkNumbers(item, "KR");
                default -> {}
            }
        }
        assertThat(BusinessNumber.parse("n", "T7123456789012", "JP")).isEqualTo("T7123456789012");
        assertThat(BusinessNumber.parse("n", "T7123456789013", "JP")).isEqualTo("T7123456789013");
        assertThat(BusinessNumber.parse("n", "de 123 456 789", "DE")).isEqualTo("DE123456789");
        refused("business-number-format", () -> BusinessNumber.parse("n", "T123", "JP"));
        refused("business-number-format", () -> BusinessNumber.parse("n", "a!b@c", "DE"));
    }

    private static void checkNumbers(JsonNode item, String country) {
        for (var kind : new String[] {"published", "generated"}) {
            for (var good : item.get(kind)) {
                var value = good.get("value").asString();
                assertThatCode(() -> BusinessNumber.parse("n", value, country))
                        .as(value)
                        .doesNotThrowAnyException();
            }
        }
        for (var bad : item.get("invalid")) {
            assertThatThrownBy(() -> BusinessNumber.parse("n", bad.asString(), country))
                    .as(bad.asString())
                    .isInstanceOf(BadInputException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "JP, 1000001,  100-0001",
        "JP, １００-０００１, 100-0001",
        "KR, 06236,    06236",
        "US, 94105-1234, 94105-1234",
        "HK, '',       ''",
        "JP, 100,      ",
        "KR, 123456,   ",
        "JP, '',       ",
    })
    void postalCodes(String country, String typed, String read) {
        if (read == null) {
            assertThatThrownBy(() -> Address.postalCode(typed, country))
                    .isInstanceOf(BadInputException.class);
        } else {
            assertThat(Address.postalCode(typed, country)).isEqualTo(read);
        }
    }

    private static JsonNode vectors(String name) throws IOException {
        try (var stream = MemberRulesTest.class.getResourceAsStream("/vectors/" + name + ".json")) {
            return JsonMapper.shared().readTree(stream);
        }
    }

    private static void refused(
            String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        if (code == null) {
            assertThatCode(deed).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(deed)
                    .isInstanceOfSatisfying(
                            BadInputException.class,
                            e -> assertThat(e.errors().getFirst().code()).isEqualTo(code));
        }
    }
}
