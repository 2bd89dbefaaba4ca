package keiyaku.web.contract;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import keiyaku.catalog.Catalogs;
import keiyaku.catalog.Product;
import keiyaku.catalog.ProductOption;
import keiyaku.contract.Action;
import keiyaku.contract.ApplicationForm.AgreedTerms;
import keiyaku.contract.Consent;
import keiyaku.contract.Contract;
import keiyaku.contract.Hosting;
import keiyaku.contract.NextChoice;
import keiyaku.contract.OptionChoice;
import keiyaku.contract.Servers;
import keiyaku.payment.MethodKind;
import keiyaku.payment.PaymentMethods;
import keiyaku.web.Form;
import keiyaku.web.Page;
import keiyaku.web.part.Option;
import keiyaku.web.part.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** What follows a server contract's term: changed, renewed by hand, reset, paid (H-8 to H-11). */
@Controller
class ServerDeeds {

    private final Deeds deeds;
    private final Servers servers;
    private final Catalogs catalogs;
    private final PaymentMethods methods;

    ServerDeeds(Deeds deeds, Servers servers, Catalogs catalogs, PaymentMethods methods) {
        this.deeds = deeds;
        this.servers = servers;
        this.catalogs = catalogs;
        this.methods = methods;
    }

    @RequestMapping(
            path = "/console/servers/{id}/{what:next|renew}",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView next(
            Page page,
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable String what) {
        var subject = deeds.subject(page, id);
        var contract = subject.contract();
        var form = page.form(ServerForm.PREFIX);
        var product = subject.product();
        fill(form, contract, product);
        var plan = subject.plan(contract.offer().plan());
        var options = ServerForm.options(form, product);
        var held = product.options().stream().filter(o -> holds(contract, o.code()));
        var before = new ArrayList<>(held.flatMap(o -> o.terms().stream()).toList());
        before.addAll(product.terms());
        var byHand = what.equals("renew");
        var choices =
                ServerChoices.of(page, catalogs.current(), product, plan, options)
                        .without(before)
                        .with(ServerChoices.ways(page, methods.of(contract.account()), byHand));
        var action = action(form, options, byHand);
        var agreed =
                Deeds.wanted(form)
                        ? ServerForm.agreed(form, choices.documents(), request.getRemoteAddr())
                        : List.<AgreedTerms>of();
        var done =
                Deeds.wanted(form) && form.ok() ? done(page, form, contract, action, agreed) : null;
        if (done != null) {
            return done;
        }
        var quote = deeds.quote(page, form, contract, action);
        var button =
                quote.filter(QuoteView::costs)
                        .map(q -> page.t("contract.server." + what + ".do", q.amount()))
                        .orElseGet(() -> page.t("contract.server.next.do-free"));
        var model = DeedPage.of(subject, form, quote, button).model();
        model.put("choices", choices);
        model.put("what", what);
        return page.show(
                quote.isPresent() || form.answered() ? "contract/server-next" : "contract/not-now",
                model);
    }

    private @Nullable ModelAndView done(
            Page page, Form form, Contract contract, Action action, List<AgreedTerms> agreed) {
        var consent = new Consent(Asker.by(page), agreed);
        var path = ServerPages.path(contract.id());
        if (action instanceof Action.Renew renew) {
            var ordered = new AtomicReference<Servers.Ordered>();
            form.attempt(
                    () ->
                            ordered.set(
                                    servers.renew(
                                            contract.account(),
                                            contract.id(),
                                            renew,
                                            form.text("fingerprint"),
                                            consent)));
            var result = ordered.get();
            return result == null ? null : ServerOrderController.told(page, result).go(path);
        }
        return deeds.done(form, contract, action, consent)
                ? page.go(path, "contract.server.next.done")
                : null;
    }

    @RequestMapping(
            path = "/console/servers/{id}/{what:reset|wallet-day}",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView plain(Page page, @PathVariable String id, @PathVariable String what) {
        var subject = deeds.subject(page, id);
        var contract = subject.contract();
        var form = page.form(ServerForm.PREFIX);
        var hosting = contract.hosting();
        if (hosting != null) {
            form.fill("day", hosting.walletDay() == 0 ? first(hosting) : hosting.walletDay());
        }
        var action = plain(form, what);
        if (deeds.done(page, form, contract, action)) {
            return page.go(ServerPages.path(contract.id()), "contract.server." + what + ".done");
        }
        var quote = deeds.quote(page, form, contract, action);
        var model =
                DeedPage.of(subject, form, quote, page.t("contract.server." + what + ".do"))
                        .model();
        model.put("what", what);
        model.put("days", hosting == null ? List.of() : days(page, hosting));
        return page.show(
                quote.isPresent() || form.answered() ? "contract/server-plain" : "contract/not-now",
                model);
    }

    /** Pays what is open by card or wallet; the way is the contract's from then on. */
    @PostMapping("/console/servers/{id}/pay")
    ModelAndView pay(Page page, @PathVariable String id) {
        var contract = deeds.subject(page, id).contract();
        var form = page.form(ServerForm.PREFIX);
        var pay = ServerForm.pay(form).orElse(MethodKind.CARD);
        var ordered = new AtomicReference<Servers.Ordered>();
        form.attempt(
                () ->
                        ordered.set(
                                servers.pay(
                                        contract.account(), contract.id(), pay, Asker.by(page))));
        var result = ordered.get();
        var refusal = form.refusal();
        var told =
                result != null
                        ? ServerOrderController.told(page, result)
                        : page.say(
                                Tone.CAUTION,
                                "contract.server.refused",
                                refusal == null ? "" : page.refusal(refusal));
        return told.go(ServerPages.path(contract.id()));
    }

    private static Action plain(Form form, String what) {
        if (what.equals("reset")) {
            return new Action.ResetPayment();
        }
        var day = form.text("day");
        return new Action.ChooseWalletDay(day.matches("\\d{1,2}") ? Integer.parseInt(day) : 0);
    }

    private static Action action(Form form, List<OptionChoice> options, boolean byHand) {
        var term = ServerForm.term(form.text("term")).orElse(null);
        return byHand
                ? new Action.Renew(term, options, ServerForm.pay(form).orElse(MethodKind.TRANSFER))
                : new Action.ChangeNext(term, options, ServerForm.pay(form).orElse(null));
    }

    private static int first(Hosting hosting) {
        return hosting.rules().wallet().days().getFirst();
    }

    private static List<Option> days(Page page, Hosting hosting) {
        return hosting.rules().wallet().days().stream()
                .map(day -> Option.of(day.toString(), page.t("contract.server.day-of", day)))
                .toList();
    }

    private static boolean holds(Contract contract, String option) {
        var hosting = contract.hosting();
        return hosting != null
                && hosting.items().stream().anyMatch(item -> item.option().equals(option));
    }

    /** What stands now: the choice made before, or else all that goes on. */
    private static void fill(Form form, Contract contract, Product product) {
        var hosting = contract.hosting();
        var agreement = contract.agreement();
        if (hosting == null || agreement == null || form.answered()) {
            form.fill("devices", 1);
            return;
        }
        var choice =
                Optional.ofNullable(hosting.choice())
                        .orElseGet(
                                () ->
                                        new NextChoice(
                                                agreement.term(), ServerDeeds.goingOn(hosting)));
        form.fill("term", choice.term()).fill("pay", hosting.payBy().code());
        for (var option : choice.options()) {
            var term = option.term();
            var kind = product.option(option.code()).map(ProductOption::kind);
            if (term != null && kind.isPresent()) {
                form.fill("opt-" + kind.get().code(), ServerForm.value(option.code(), term));
            }
            if (option.quantity() > 1) {
                form.fill("devices", option.quantity());
            }
        }
        form.fill("devices", 1);
    }

    private static List<OptionChoice> goingOn(Hosting hosting) {
        return hosting.items().stream()
                .filter(i -> i.endedOn() == null && i.agreement() != null && i.auto())
                .map(
                        i ->
                                new OptionChoice(
                                        i.option(),
                                        i.requireAgreement().term(),
                                        i.requireAgreement().quantity(),
                                        i.name()))
                .toList();
    }
}
