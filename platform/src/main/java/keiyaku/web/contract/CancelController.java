package keiyaku.web.contract;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keiyaku.contract.Action;
import keiyaku.contract.ContractCalendar.EndDay;
import keiyaku.contract.ContractState;
import keiyaku.web.Form;
import keiyaku.web.Page;
import keiyaku.web.part.Option;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** The end of a contract, today or on a later day, with a phrase typed in (C-12, C-13). */
@Controller
class CancelController {

    private static final String OTHER = "other";

    private final Deeds deeds;

    CancelController(Deeds deeds) {
        this.deeds = deeds;
    }

    @RequestMapping(
            path = "/console/contracts/{id}/cancel",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView cancel(Page page, @PathVariable String id) {
        var subject = deeds.subject(page, id);
        var contract = subject.contract();
        var form = page.form("contract.cancel");
        if (contract.state() == ContractState.ENDED) {
            var closed = DeedPage.of(subject, form, Optional.empty(), "");
            return page.show("contract/not-now", closed.model());
        }
        form.fill("day", subject.today());
        var day = day(form);
        if (Deeds.wanted(form) && !typed(form.text("phrase")).equals(phrase(page))) {
            form.reject("phrase", "phrase");
        }
        if (day.isPresent() && deeds.done(page, form, contract, new Action.Cancel(day.get()))) {
            var key = day.get().equals(subject.today()) ? "today" : "later";
            return page.go(subject.path(), "contract.cancel.done-" + key, day.get());
        }
        var quote = day.flatMap(d -> deeds.quote(page, form, contract, new Action.Cancel(d)));
        var model = DeedPage.of(subject, form, quote, button(page, subject, quote)).model();
        model.put("days", days(page, deeds.calendar(contract).endDays(), subject.today()));
        model.put("other", form.holds("day", OTHER));
        return page.show("contract/cancel", model);
    }

    private static Optional<LocalDate> day(Form form) {
        var chosen = form.text("day");
        if (chosen.equals(OTHER)) {
            var on = form.answered() ? form.date("on") : LocalDate.EPOCH;
            return on.equals(LocalDate.EPOCH) ? Optional.empty() : Optional.of(on);
        }
        try {
            return Optional.of(LocalDate.parse(chosen));
        } catch (DateTimeParseException e) {
            form.reject("day", "choose");
            return Optional.empty();
        }
    }

    private static String phrase(Page page) {
        return typed(page.t("contract.cancel.phrase.text"));
    }

    /** Wide letters, case and blanks make no difference. */
    private static String typed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(java.util.Locale.ROOT);
    }

    private static List<Option> days(Page page, List<EndDay> endDays, LocalDate today) {
        var options = new ArrayList<Option>();
        for (var end : endDays) {
            var label =
                    end.on().equals(today)
                            ? page.t("contract.cancel.today", end.on())
                            : page.date(end.on());
            options.add(
                    new Option(
                            end.on().toString(),
                            label,
                            end.withFee() ? page.t("contract.end.fee") : null,
                            EndDays.cost(page, end),
                            true));
        }
        options.add(Option.of(OTHER, page.t("contract.cancel.other")));
        return options;
    }

    private static String button(Page page, Subject subject, Optional<QuoteView> quote) {
        return quote.map(
                        q -> {
                            var day = q.effectiveOn().equals(subject.today()) ? "today" : "later";
                            var key = "contract.cancel.do-" + day;
                            return q.total() == null || q.amount().isZero()
                                    ? page.t(key, q.effectiveOn())
                                    : page.t(
                                            key + (q.costs() ? "-fee" : "-back"),
                                            q.effectiveOn(),
                                            q.amount());
                        })
                .orElse("");
    }
}
