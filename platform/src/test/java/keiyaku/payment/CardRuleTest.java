package keiyaku.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Locale;
import keiyaku.payment.gateway.CardSession;
import keiyaku.payment.gateway.CardSession.Card;
import keiyaku.payment.gateway.CardSession.Status;
import keiyaku.payment.gateway.CardSession.ThreeDS;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P-2 and P-4: which cards are taken, and what each outcome of the authentication means. */
class CardRuleTest {

    private static final MethodTable TABLE = MethodTableReader.read("");
    private static final YearMonth NOW = YearMonth.of(2026, 1);

    @ParameterizedTest
    @CsvSource({
        // member, brand, issued in, 3-D Secure; the refusal's code and reason
        "domestic, visa,       JP, Y, ,                   ",
        "domestic, visa,       US, Y, ,                   ",
        "domestic, visa,       JP, A, ,                   ",
        "domestic, diners,     JP, -, ,                   ",
        "domestic, discover,   US, Y, ,                   ",
        "domestic, unionpay,   CN, Y, ,                   ",
        "domestic, jcb,        JP, U, three-ds-failed,    unavailable",
        "domestic, visa,       JP, N, three-ds-failed,    failed",
        "domestic, visa,       JP, R, three-ds-failed,    rejected",
        "domestic, maestro,    GB, Y, card-not-supported, brand",
        "foreign,  visa,       US, Y, ,                   ",
        "foreign,  mastercard, GB, A, ,                   ",
        "foreign,  jcb,        KR, Y, ,                   ",
        "foreign,  amex,       US, Y, ,                   ",
        "foreign,  visa,       JP, Y, card-not-supported, issued-here",
        "foreign,  diners,     US, -, card-not-supported, brand",
        "foreign,  discover,   US, Y, card-not-supported, brand",
        "foreign,  unionpay,   CN, Y, card-not-supported, brand",
        "foreign,  visa,       US, -, card-not-supported, not-enrolled",
        "foreign,  visa,       JP, R, card-not-supported, issued-here",
    })
    void completedSessions(
            String member,
            String brand,
            String country,
            String threeDS,
            @Nullable String code,
            @Nullable String reason) {
        var session = session(Status.COMPLETED, null, brand, country, threeDS);
        assertRefusal(member, session, code, reason);
    }

    @ParameterizedTest
    @CsvSource({
        // status, the acquirer's code; what is said
        "failed,    three-ds-rejected,     three-ds-failed,    rejected",
        "failed,    three-ds-failed,       three-ds-failed,    failed",
        "failed,    three-ds-timeout,      three-ds-failed,    timed-out",
        "failed,    three-ds-unavailable,  three-ds-failed,    unavailable",
        "failed,    three-ds-not-enrolled, card-not-supported, not-enrolled",
        "failed,    card-refused,          card-refused,       refused",
        "abandoned, three-ds-cancelled,    three-ds-failed,    abandoned",
        "expired,   ,                      three-ds-failed,    expired",
        "open,      ,                      three-ds-failed,    unfinished",
        "challenge, ,                      three-ds-failed,    unfinished",
    })
    void otherSessions(String status, @Nullable String failure, String code, String reason) {
        var session =
                session(
                        Status.valueOf(status.toUpperCase(Locale.ROOT)),
                        failure,
                        "visa",
                        "US",
                        "R");
        assertRefusal("foreign", session, code, reason);
        assertRefusal("domestic", session, code, reason);
    }

    private static void assertRefusal(
            String member, CardSession session, @Nullable String code, @Nullable String reason) {
        var who = new Registrant(member.equals("domestic"), false, false, false);
        var said = CardRule.refusal(TABLE.cards(who), "JP", NOW, session);
        assertThat(said.map(r -> r.code()).orElse(null)).isEqualTo(code);
        assertThat(said.map(r -> r.facts().get("reason")).orElse(null)).isEqualTo(reason);
    }

    private static CardSession session(
            Status status, @Nullable String failure, String brand, String country, String threeDS) {
        var card = new Card(brand, "400041", "0003", YearMonth.of(2026, 1), country);
        var enrolled = !threeDS.equals("-");
        var transStatus = enrolled ? threeDS : "U";
        return new CardSession(
                "cs_1",
                status,
                failure,
                status == Status.COMPLETED ? "tok_1" : null,
                card,
                new ThreeDS(transStatus, "05", "ds", "server", "2.2.0", enrolled));
    }
}
