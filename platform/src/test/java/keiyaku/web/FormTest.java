package keiyaku.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import keiyaku.shared.BadInputException;
import keiyaku.shared.BadInputException.FieldError;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.junit.jupiter.api.Test;

/** A form keeps what was entered and collects what is wrong. */
class FormTest {

    @Test
    void whatWasEnteredGoesBeforeWhatStoodThere() {
        var form = entered(Map.of("name", "Mina")).fill("name", "Old").fill("city", "Osaka");
        assertThat(form.value("name")).isEqualTo("Mina");
        assertThat(form.value("city")).isEqualTo("Osaka");
        assertThat(form.value("nothing")).isEmpty();
    }

    @Test
    void nothingIsDoneWhileSomethingIsWrong() {
        var sent = new LinkedHashMap<String, String>();
        sent.put("name", " ");
        sent.put("start", "31 Feb");
        sent.put("seats", "many");
        var form = entered(sent);
        form.number("seats");
        form.date("start");
        form.required("name");
        assertThat(form.attempt(() -> assertThat(true).as("must not be done").isFalse())).isFalse();
        assertThat(form.errors().keySet()).containsExactly("name", "start", "seats");
        assertThat(form.errors().values()).containsExactly("required", "date", "number");
    }

    @Test
    void aChoiceThatWasNotMadeStaysBehindWhatWasFoundBefore() {
        var sent = new LinkedHashMap<String, String>();
        sent.put("name", "");
        sent.put("city", "");
        var form = entered(sent).reject("city", "required").reject("kind", "choose");
        form.required("name");
        assertThat(form.errors().keySet()).containsExactly("name", "city", "kind");
    }

    @Test
    void readsDaysAndNumbersOfAnyWidth() {
        var form = entered(Map.of("start", "2026-02-28", "seats", "\uFF11,\uFF12\uFF10\uFF10"));
        assertThat(form.date("start")).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(form.number("seats")).isEqualTo(1_200);
        assertThat(form.ok()).isTrue();
    }

    @Test
    void badInputOfADoorStandsBesideItsFields() {
        var form = entered(Map.of());
        var done =
                form.attempt(
                        () -> {
                            throw new BadInputException(
                                    List.of(
                                            new FieldError("group", "taken"),
                                            new FieldError("admin", "required")));
                        });
        assertThat(done).isFalse();
        assertThat(form.errors())
                .containsEntry("group", "taken")
                .containsEntry("admin", "required");
    }

    @Test
    void aRefusalIsKeptForTheSummary() {
        var form = entered(Map.of());
        form.attempt(
                () -> {
                    throw new RefusedException(Refusal.of("in-use"));
                });
        assertThat(form.ok()).isFalse();
        assertThat(form.refusal()).isEqualTo(Refusal.of("in-use"));
    }

    private static Form entered(Map<String, String> fields) {
        var map = new LinkedHashMap<String, String[]>();
        fields.forEach((name, value) -> map.put(name, new String[] {value}));
        return Form.of("test", map, true);
    }
}
