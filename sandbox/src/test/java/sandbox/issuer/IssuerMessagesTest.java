package sandbox.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sandbox.Vectors;
import sandbox.shared.Json;
import sandbox.shared.Problem;
import sandbox.threeds.FieldRules;
import sandbox.threeds.Message;

class IssuerMessagesTest {
    private static final Instant NOW = Instant.parse("2026-01-27T00:00:00Z");
    private static final String ACS = "http://127.0.0.1:1/acs";

    @ParameterizedTest
    @CsvSource({
        "4242424242424242, Y",
        "4000000000003220, C",
        "4000008400001629, R",
        "30569309025904,   U",
        "4000390000000056, A"
    })
    void theAnswerKeepsTheFieldRules(String number, String transStatus) {
        Message answer = Directory.judge(request(number), ACS).answer();
        assertThat(answer.get("transStatus")).isEqualTo(transStatus);
        FieldRules.hold(answer);
    }

    @ParameterizedTest
    @EnumSource(Reply.class)
    void theResultAndWhatTheBrowserTakesKeepTheFieldRules(Reply reply) {
        Case settled = challenge().answered(reply, NOW);
        Message result = settled.result();
        assertThat(result).isNotNull();
        FieldRules.hold(result);
        FieldRules.hold(settled.browserResult());
        assertThat(result.get("transStatus")).isEqualTo(reply == Reply.PASS ? "Y" : "N");
        assertThat(settled.browserResult().get("transStatus")).isEqualTo(result.get("transStatus"));
    }

    @Test
    void afterTenMinutesItIsTooLate() {
        Case settled = challenge().answered(Reply.PASS, NOW.plusSeconds(600));
        Message result = settled.result();
        assertThat(result).isNotNull();
        assertThat(result.get("transStatus")).isEqualTo("N");
        assertThat(result.get("challengeCancel")).isEqualTo("04");
        FieldRules.hold(result);
    }

    @Test
    void theOpenCaseDoesNotKeepTheNumber() {
        assertThat(Json.text(challenge().request())).doesNotContain("4000000000003220");
    }

    @Test
    void anIncompleteRequestIsRefusedWithTheCodeOfTheStandard() {
        Message request = request("4242424242424242").without("notificationURL");
        assertThatThrownBy(() -> Directory.judge(request, ACS))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("201"));
    }

    private static Case challenge() {
        var judged = Directory.judge(request("4000000000003220"), ACS);
        return new Case(judged.request(), judged.face(), NOW, 0, Misbehaviour.NONE, 0, null);
    }

    private static Message request(String number) {
        var example = Vectors.read("three_ds_220_fields").get("areq_example_browser_payment");
        return Json.from(example, Message.class)
                .with("acctNumber", number)
                .with("threeDSServerTransID", "8a880dc0-d2d2-4067-bcb1-b08d1690b26e");
    }
}
