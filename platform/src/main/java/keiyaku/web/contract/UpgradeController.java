package keiyaku.web.contract;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import keiyaku.catalog.Plan;
import keiyaku.contract.Action;
import keiyaku.contract.ContractState;
import keiyaku.web.Form;
import keiyaku.web.Page;
import keiyaku.web.contract.Prices.Way;
import keiyaku.web.part.Option;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** A higher plan, more seats or a longer term, at once (C-10). */
@Controller
class UpgradeController {

    private final Deeds deeds;

    UpgradeController(Deeds deeds) {
        this.deeds = deeds;
    }

    @RequestMapping(
            path = "/console/contracts/{id}/upgrade",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView upgrade(Page page, @PathVariable String id) {
        var subject = deeds.subject(page, id);
        var contract = subject.contract();
        var form = page.form("contract.upgrade");
        if (contract.state() != ContractState.ACTIVE) {
            var closed = DeedPage.of(subject, form, Optional.empty(), "");
            return page.show("contract/not-now", closed.model());
        }
        fill(form, subject);
        var action = action(form, subject);
        if (action.isPresent() && deeds.done(page, form, contract, action.get())) {
            return page.go(subject.path(), "contract.upgrade.done");
        }
        var quote = action.flatMap(a -> deeds.quote(page, form, contract, a));
        var model = DeedPage.of(subject, form, quote, button(page, quote)).model();
        model.put("plans", plans(page, subject));
        model.put("ways", ways(page, form, subject));
        model.put("perSeat", perSeat(subject));
        return page.show("contract/upgrade", model);
    }

    private static void fill(Form form, Subject subject) {
        form.fill("plan", subject.contract().offer().plan())
                .fill("seats", subject.seats())
                .fill("way", now(subject).value());
    }

    private static Way now(Subject subject) {
        var agreement = subject.contract().requireAgreement();
        return new Way(agreement.term(), agreement.billing());
    }

    /** Empty while nothing was chosen that differs from now. */
    private static Optional<Action> action(Form form, Subject subject) {
        var offer = subject.contract().offer();
        long seats = form.number("seats");
        if (form.ok() && (seats < 1 || seats > 10_000)) {
            form.reject("seats", "range");
        }
        var way = Way.parse(form.text("way"));
        if (way.isEmpty()) {
            form.reject("way", "choose");
        }
        if (!form.ok()) {
            return Optional.empty();
        }
        var other = way.filter(w -> !w.equals(now(subject)));
        var upgrade =
                new Action.Upgrade(
                        form.text("plan").equals(offer.plan()) ? null : form.text("plan"),
                        seats == offer.seats() ? null : seats,
                        other.map(Way::term).orElse(null),
                        other.map(Way::billing).orElse(null));
        var nothing = upgrade.plan() == null && upgrade.seats() == null && upgrade.term() == null;
        return nothing && !Deeds.wanted(form) ? Optional.empty() : Optional.of(upgrade);
    }

    private static boolean perSeat(Subject subject) {
        return subject.product().plans().stream()
                .flatMap(plan -> plan.prices().stream())
                .anyMatch(price -> price.perSeat());
    }

    private static List<Option> plans(Page page, Subject subject) {
        var now = subject.plan(subject.contract().offer().plan());
        return subject.product().plans().stream()
                .filter(plan -> plan.rank() > now.rank() || plan.equals(now))
                .map(plan -> option(page, plan, plan.equals(now)))
                .toList();
    }

    private static Option option(Page page, Plan plan, boolean isNow) {
        var name = plan.name().in(page.language());
        return new Option(
                plan.code(),
                isNow ? page.t("contract.upgrade.now", name) : name,
                null,
                Prices.usual(plan).map(p -> Prices.text(page, p)).orElse(null),
                true);
    }

    private static List<Option> ways(Page page, Form form, Subject subject) {
        var term = subject.contract().requireAgreement().term();
        var seats = Objects.requireNonNullElse(seats(form), subject.seats());
        return Prices.options(page, subject.plan(form.text("plan")), seats).stream()
                .filter(
                        option ->
                                Way.parse(option.value())
                                        .filter(way -> way.term().compareTo(term) >= 0)
                                        .isPresent())
                .toList();
    }

    private static @org.jspecify.annotations.Nullable Long seats(Form form) {
        var text = form.text("seats");
        return text.matches("[1-9]\\d{0,4}") ? Long.valueOf(text) : null;
    }

    private static String button(Page page, Optional<QuoteView> quote) {
        return quote.map(
                        q ->
                                q.costs()
                                        ? page.t("contract.upgrade.do", q.amount())
                                        : page.t("contract.upgrade.do-free"))
                .orElse("");
    }
}
