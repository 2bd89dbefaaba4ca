package keiyaku.web.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keiyaku.run.Runs;
import keiyaku.run.TimeMachine;
import keiyaku.shared.MovableClock;
import keiyaku.web.Form;
import keiyaku.web.Page;
import keiyaku.web.part.Column;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The clock of the sandbox set-up (B-2): what time it is here, what falls due next, and moving time
 * forward, in the course of which all that falls due is done. Never there in production.
 */
@Controller
@ConditionalOnBooleanProperty("keiyaku.sandbox")
class ClockController {

    private static final String FORM = "run.clock";
    private static final String FIELD = "until";

    /** More at once would keep the visitor waiting without a word. */
    private static final Duration FARTHEST = Duration.ofDays(400);

    private final TimeMachine timeMachine;
    private final MovableClock clock;
    private final Runs runs;

    ClockController(TimeMachine timeMachine, MovableClock clock, Runs runs) {
        this.timeMachine = timeMachine;
        this.clock = clock;
        this.runs = runs;
    }

    @GetMapping("/sandbox")
    ModelAndView show(Page page) {
        return show(page, page.form(FORM));
    }

    /** To the start of a day (2026-04-01), to an instant, or by a step (P1D, P1M). */
    @PostMapping("/sandbox/clock")
    ModelAndView move(Page page) {
        var form = page.form(FORM);
        var target = form.text("step").isEmpty() ? until(page, form) : step(page, form);
        target.ifPresent(instant -> check(form, instant));
        if (target.isEmpty() || !form.ok()) {
            return show(page, form);
        }
        var outcome = timeMachine.moveTo(target.get());
        return page.go("/sandbox", "run.clock.moved", outcome.done(), outcome.parked());
    }

    private static Optional<Instant> until(Page page, Form form) {
        var text = form.required(FIELD);
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            text.contains("T")
                                    ? Instant.parse(text)
                                    : LocalDate.parse(text).atStartOfDay(page.zone()).toInstant());
        } catch (DateTimeParseException e) {
            form.reject(FIELD, "date");
            return Optional.empty();
        }
    }

    private Optional<Instant> step(Page page, Form form) {
        try {
            var now = clock.instant().atZone(page.zone());
            return Optional.of(now.plus(Period.parse(form.text("step"))).toInstant());
        } catch (DateTimeParseException e) {
            form.reject(FIELD, "date");
            return Optional.empty();
        }
    }

    private void check(Form form, Instant target) {
        var now = clock.instant();
        if (target.isBefore(now)) {
            form.reject(FIELD, "past");
        } else if (Duration.between(now, target).compareTo(FARTHEST) > 0) {
            form.reject(FIELD, "far");
        }
    }

    private ModelAndView show(Page page, Form form) {
        var columns =
                List.of(
                        Column.text(page.t("run.clock.work")),
                        Column.text(page.t("run.clock.next")),
                        Column.figures(page.t("run.clock.to-do")),
                        Column.figures(page.t("run.clock.done")),
                        Column.figures(page.t("run.clock.parked")));
        return page.show(
                "sandbox/clock",
                Map.of(
                        "form",
                        form,
                        "now",
                        clock.instant(),
                        "columns",
                        columns,
                        "works",
                        runs.progress()));
    }
}
