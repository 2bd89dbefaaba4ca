package keiyaku.web.contract;

import java.util.Optional;
import keiyaku.contract.Action;
import keiyaku.contract.ContractState;
import keiyaku.contract.Reservations.PaidStart;
import keiyaku.web.Form;
import keiyaku.web.Page;
import keiyaku.web.contract.Prices.Way;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** Paid use, from today or a later day of the trial; also changes what is reserved (C-7). */
@Controller
class StartController {

    private final Deeds deeds;

    StartController(Deeds deeds) {
        this.deeds = deeds;
    }

    @RequestMapping(
            path = "/console/contracts/{id}/start",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView start(Page page, @PathVariable String id) {
        var subject = deeds.subject(page, id);
        var contract = subject.contract();
        var form = page.form("contract.start");
        fill(form, subject, contract.reservations().paidStart());
        var action = action(form);
        if (action.isPresent() && deeds.done(page, form, contract, action.get())) {
            var key = action.get().on().equals(subject.today()) ? "today" : "later";
            return page.go(subject.path(), "contract.start.done-" + key, action.get().on());
        }
        var quote = action.flatMap(a -> deeds.quote(page, form, contract, a));
        var model = DeedPage.of(subject, form, quote, button(page, subject, quote)).model();
        model.put(
                "ways",
                Prices.options(page, subject.plan(contract.offer().plan()), subject.seats()));
        return page.show(
                contract.state() == ContractState.TRIAL ? "contract/start" : "contract/not-now",
                model);
    }

    private static void fill(Form form, Subject subject, @Nullable PaidStart reserved) {
        var first = Prices.ways(subject.plan(subject.contract().offer().plan())).getFirst();
        if (reserved != null) {
            var agreement = reserved.agreement();
            form.fill("way", new Way(agreement.term(), agreement.billing()).value());
            form.fill("on", reserved.on());
        }
        form.fill("way", first.value()).fill("on", subject.today());
    }

    private static Optional<Action.Convert> action(Form form) {
        var way = Way.parse(form.text("way"));
        if (way.isEmpty()) {
            form.reject("way", "choose");
        }
        var on = form.date("on");
        return form.ok()
                ? way.map(w -> new Action.Convert(w.term(), w.billing(), on))
                : Optional.empty();
    }

    private static String button(Page page, Subject subject, Optional<QuoteView> quote) {
        return quote.map(
                        q -> {
                            var day = q.effectiveOn().equals(subject.today()) ? "today" : "later";
                            return q.costs()
                                    ? page.t(
                                            "contract.start.do-" + day, q.amount(), q.effectiveOn())
                                    : page.t("contract.start.do-free", q.effectiveOn());
                        })
                .orElse("");
    }
}
