package keiyaku.web.contract;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import keiyaku.catalog.Catalogs;
import keiyaku.catalog.Plan;
import keiyaku.catalog.Product;
import keiyaku.contract.ApplicationForm.AgreedTerms;
import keiyaku.contract.Contract;
import keiyaku.contract.NextChoice;
import keiyaku.contract.Quote;
import keiyaku.contract.ServerOrder;
import keiyaku.contract.Servers;
import keiyaku.payment.MethodKind;
import keiyaku.payment.PaymentMethod;
import keiyaku.payment.PaymentMethods;
import keiyaku.shared.Term;
import keiyaku.web.Form;
import keiyaku.web.Page;
import keiyaku.web.billing.InvoiceWords;
import keiyaku.web.part.Tone;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A new server contract: term, options, terms of use, payment, with a running sum (H-1, H-5). */
@Controller
class ServerOrderController {

    private static final Term USUAL = new Term(12);

    private final Servers servers;
    private final Catalogs catalogs;
    private final PaymentMethods methods;

    ServerOrderController(Servers servers, Catalogs catalogs, PaymentMethods methods) {
        this.servers = servers;
        this.catalogs = catalogs;
        this.methods = methods;
    }

    @RequestMapping(
            path = "/console/servers/new",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView order(Page page, HttpServletRequest request) {
        var account = Asker.account(page);
        var catalog = catalogs.current();
        var form = page.form(ServerForm.PREFIX);
        var product = product(form);
        var payable = methods.of(account);
        ServerPaying.CHOSEN.forEach(field -> form.fill(field, request.getParameter(field)));
        fill(form, product, payable);
        var paying = ServerPaying.of(page, form, payable, methods.allowed(account));
        var plan = product.plan(form.text("plan")).orElse(product.plans().getFirst());
        var options = ServerForm.options(form, product);
        var choices = ServerChoices.of(page, catalog, product, plan, options);
        var wanted = Deeds.wanted(form);
        var agreed =
                wanted
                        ? ServerForm.agreed(form, choices.documents(), request.getRemoteAddr())
                        : List.<AgreedTerms>of();
        var order = order(page, form, product, plan, agreed);
        if (wanted && form.ok() && paying.missing().isEmpty()) {
            var done = done(page, form, order);
            if (done.isPresent()) {
                return done.get();
            }
        }
        var model = new HashMap<String, Object>();
        model.put("form", form);
        model.put("product", product);
        model.put("plan", plan);
        model.put("choices", choices.with(paying.ways()));
        model.put("paying", paying);
        quote(form, order)
                .ifPresent(
                        q ->
                                model.put(
                                        "quote",
                                        QuoteView.of(page, new InvoiceWords(page, catalog), q)));
        return page.show("contract/server-new", model);
    }

    private Optional<ModelAndView> done(Page page, Form form, ServerOrder order) {
        var ordered = new AtomicReference<Servers.Ordered>();
        form.attempt(
                () -> ordered.set(servers.order(order, form.text("fingerprint"), Asker.by(page))));
        var result = ordered.get();
        if (result == null) {
            return Optional.empty();
        }
        return Optional.of(told(page, result).go(ServerPages.path(result.contract().id())));
    }

    /** How an order, or a renewal, has come out, for the page that it leads to. */
    static Page told(Page page, Servers.Ordered ordered) {
        var refusal = ordered.refusal();
        if (refusal != null) {
            return page.say(Tone.CAUTION, "contract.server.refused", page.refusal(refusal));
        }
        var hosting = ordered.contract().hosting();
        var byTransfer = hosting != null && hosting.payBy() == MethodKind.TRANSFER;
        return page.say(
                Tone.GOOD, byTransfer ? "contract.server.transfer" : "contract.server.ordered");
    }

    private Optional<Quote> quote(Form form, ServerOrder order) {
        var quote = new AtomicReference<Quote>();
        var fresh = Form.of(ServerForm.PREFIX);
        if (!fresh.attempt(() -> quote.set(servers.quote(order))) && form.refusal() == null) {
            form.attempt(() -> servers.quote(order));
        }
        return Optional.ofNullable(quote.get());
    }

    private static ServerOrder order(
            Page page, Form form, Product product, Plan plan, List<AgreedTerms> agreed) {
        var term = ServerForm.term(form.text("term")).orElse(plan.prices().getFirst().term());
        return new ServerOrder(
                Asker.account(page),
                new Contract.Offer(
                        product.code(),
                        plan.code(),
                        1,
                        product.regions().getFirst(),
                        product.platforms().getFirst()),
                new NextChoice(term, ServerForm.options(form, product)),
                ServerForm.pay(form).orElse(MethodKind.TRANSFER),
                agreed);
    }

    private static void fill(Form form, Product product, List<PaymentMethod> payable) {
        var plan = product.plans().getFirst();
        var usual = plan.price(USUAL).map(p -> p.term()).orElse(plan.prices().getFirst().term());
        var kinds = payable.stream().map(PaymentMethod::kind).toList();
        var pay =
                kinds.contains(MethodKind.CARD)
                        ? MethodKind.CARD
                        : kinds.contains(MethodKind.WALLET)
                                ? MethodKind.WALLET
                                : MethodKind.TRANSFER;
        form.fill("plan", plan.code())
                .fill("term", usual)
                .fill("devices", 1)
                .fill("pay", pay.code());
    }

    private Product product(Form form) {
        return catalogs.current().products().stream()
                .filter(p -> p.form() == keiyaku.catalog.Form.HOSTING)
                .filter(p -> form.text("product").isEmpty() || form.holds("product", p.code()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
