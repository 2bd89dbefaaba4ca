package keiyaku.web.contract;

import java.util.ArrayList;
import java.util.Optional;
import keiyaku.catalog.Plan;
import keiyaku.contract.Action;
import keiyaku.contract.ContractState;
import keiyaku.contract.Reservations.RenewalChoice;
import keiyaku.web.Form;
import keiyaku.web.Page;
import keiyaku.web.contract.Prices.Way;
import keiyaku.web.part.Option;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** What follows when the running term ends (C-9). */
@Controller
class RenewalController {

    private static final String NONE = "none";

    private final Deeds deeds;

    RenewalController(Deeds deeds) {
        this.deeds = deeds;
    }

    @RequestMapping(
            path = "/console/contracts/{id}/renewal",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView renewal(Page page, @PathVariable String id) {
        var subject = deeds.subject(page, id);
        var contract = subject.contract();
        var form = page.form("contract.renew");
        fill(form, subject);
        var action = action(form);
        if (action.isPresent() && deeds.done(page, form, contract, action.get())) {
            var end = contract.requireAgreement().period();
            var none = action.get() instanceof Action.SetNoRenewal;
            return page.go(
                    subject.path(),
                    none ? "contract.renew.done-none" : "contract.renew.done",
                    none ? end.lastDay() : end.end());
        }
        var quote = action.flatMap(a -> deeds.quote(page, form, contract, a));
        var model = DeedPage.of(subject, form, quote, button(page, form, quote)).model();
        model.put("plans", plans(page, subject));
        model.put("ways", ways(page, form, subject));
        return page.show(
                contract.state() == ContractState.ACTIVE ? "contract/renewal" : "contract/not-now",
                model);
    }

    private static void fill(Form form, Subject subject) {
        switch (subject.contract().reservations().renewal()) {
            case RenewalChoice.Ends ends -> form.fill("way", NONE);
            case RenewalChoice.Continues next ->
                    form.fill("plan", next.plan())
                            .fill("way", new Way(next.term(), next.billing()).value());
            case null -> {}
        }
        var plan = subject.contract().offer().plan();
        form.fill("plan", plan).fill("way", Prices.ways(subject.plan(plan)).getFirst().value());
    }

    private static Optional<Action> action(Form form) {
        if (form.text("way").equals(NONE)) {
            return Optional.of(new Action.SetNoRenewal());
        }
        var way = Way.parse(form.text("way"));
        if (way.isEmpty()) {
            form.reject("way", "choose");
        }
        var plan = form.text("plan");
        return way.map(w -> new Action.SetRenewal(plan, w.term(), w.billing()));
    }

    private static java.util.List<Option> plans(Page page, Subject subject) {
        return subject.product().plans().stream().map(plan -> option(page, plan)).toList();
    }

    private static Option option(Page page, Plan plan) {
        var price = Prices.usual(plan).map(p -> Prices.text(page, p)).orElse(null);
        return new Option(plan.code(), plan.name().in(page.language()), null, price, true);
    }

    private static java.util.List<Option> ways(Page page, Form form, Subject subject) {
        var plan = subject.plan(form.text("plan"));
        var ways = new ArrayList<>(Prices.options(page, plan, subject.seats()));
        ways.add(
                new Option(
                        NONE,
                        page.t("contract.renew.none"),
                        page.t("contract.renew.none.hint"),
                        null,
                        true));
        return ways;
    }

    private static String button(Page page, Form form, Optional<QuoteView> quote) {
        return form.text("way").equals(NONE)
                ? page.t("contract.renew.do-none")
                : quote.filter(QuoteView::costs)
                        .map(q -> page.t("contract.renew.do", q.effectiveOn(), q.amount()))
                        .orElseGet(() -> page.t("contract.renew.do-free"));
    }
}
