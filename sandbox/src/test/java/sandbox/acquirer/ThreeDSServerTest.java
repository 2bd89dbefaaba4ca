package sandbox.acquirer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.shared.Language;
import sandbox.threeds.FieldRules;
import sandbox.threeds.Message;

class ThreeDSServerTest {
    private static final Instant NOW = Instant.parse("2026-01-27T00:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {0, 11_000})
    void theRequestKeepsTheFieldRules(long amount) {
        FieldRules.hold(request(amount));
    }

    @Test
    void aRegistrationIsNotAPaymentAndAsksForAChallenge() {
        Message request = request(0);
        assertThat(request.get("messageCategory")).isEqualTo("02");
        assertThat(request.get("threeDSRequestorAuthenticationInd")).isEqualTo("04");
        assertThat(request.get("threeDSRequestorChallengeInd")).isEqualTo("04");
        assertThat(request(11_000).get("messageCategory")).isEqualTo("01");
    }

    @ParameterizedTest
    @CsvSource({
        "Y,  '',  '',  completed, ",
        "A,  '',  '',  completed, ",
        "C,  '',  '',  challenge, ",
        "N,  01,  '',  failed,    three-ds-failed",
        "N,  01,  01,  abandoned, three-ds-cancelled",
        "N,  14,  04,  failed,    three-ds-timeout",
        "R,  11,  '',  failed,    three-ds-rejected",
        "U,  13,  '',  failed,    three-ds-not-enrolled",
        "U,  22,  '',  failed,    three-ds-unavailable",
        "I,  '',  '',  failed,    three-ds-unavailable"
    })
    void whatTheMerchantDoes(
            String transStatus, String reason, String cancel, String status, String code) {
        Message result =
                Message.of("ARes")
                        .with("transStatus", transStatus)
                        .with("transStatusReason", reason)
                        .with("challengeCancel", cancel);
        var rule = ThreeDSRule.of(result, true);
        assertThat(rule.status().tag()).isEqualTo(status);
        assertThat(rule.failureCode()).isEqualTo(code);
    }

    private static Message request(long amount) {
        var terms =
                new CardSession.Terms(
                        "http://127.0.0.1:8080", Language.JA, "m-1", amount, "JPY", true);
        var form =
                new CardForm(
                        "4242424242424242",
                        "12",
                        "2031",
                        "123",
                        "TARO YAMADA",
                        new CardForm.BrowserFacts("ja", "24", "900", "1440", "-540"));
        return ThreeDSServer.request(
                CardSession.open("cs_1", terms, NOW),
                form.check(YearMonth.of(2026, 1), Language.JA),
                form,
                new ThreeDSServer.Visitor(
                        "http://127.0.0.1:1/frames/card/cs_1/return", "*/*", "test", "127.0.0.1"),
                NOW);
    }
}
