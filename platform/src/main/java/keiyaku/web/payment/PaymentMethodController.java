package keiyaku.web.payment;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import keiyaku.billing.Receivables;
import keiyaku.catalog.Catalogs;
import keiyaku.payment.CardForm;
import keiyaku.payment.Deposits;
import keiyaku.payment.MethodId;
import keiyaku.payment.PaymentMethod;
import keiyaku.payment.PaymentMethods;
import keiyaku.shared.AccountId;
import keiyaku.web.Form;
import keiyaku.web.Page;
import keiyaku.web.PrefixedIds;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A member's payment methods: one page, and one dialog to register and to change a card (P-5). */
@Controller
class PaymentMethodController {

    private static final String PAGE = "/my/payment-methods";

    private static final int DEPOSITS = 20;

    private final PaymentMethods methods;
    private final Deposits deposits;
    private final Receivables receivables;
    private final Catalogs catalogs;

    PaymentMethodController(
            PaymentMethods methods, Deposits deposits, Receivables receivables, Catalogs catalogs) {
        this.methods = methods;
        this.deposits = deposits;
        this.receivables = receivables;
        this.catalogs = catalogs;
    }

    @GetMapping(PAGE)
    ModelAndView list(Page page) {
        return show(page, page.form("payment"), null);
    }

    /** Opens the acquirer's form; htmx puts the dialog into the page that is there. */
    @PostMapping(PAGE + "/card")
    ModelAndView begin(
            Page page,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String replaces,
            @RequestParam(defaultValue = "") String back) {
        var account = account(page);
        var old = replaced(page, replaces);
        var opened = new AtomicReference<CardForm>();
        var form = page.form("payment");
        form.attempt(
                () -> opened.set(methods.beginCard(account, page.language(), origin(request))));
        var dialog = new CardDialog(opened.get(), old, form.refusal(), back);
        return page.wantsPart()
                ? page.show("payment/card-dialog", Map.of("page", page, "dialog", dialog))
                : show(page, page.form("payment"), dialog);
    }

    /** The frame has told that it is over; what came of it is asked of the acquirer. */
    @PostMapping(PAGE + "/card/complete")
    ModelAndView complete(
            Page page,
            @RequestParam String session,
            @RequestParam(defaultValue = "") String replaces,
            @RequestParam(defaultValue = "") String back) {
        var account = account(page);
        var old = replaced(page, replaces);
        var done = new AtomicReference<PaymentMethod>();
        var form = page.form("payment");
        var registered =
                form.attempt(
                        () ->
                                done.set(
                                        old == null
                                                ? methods.completeCard(account, session)
                                                : methods.replaceCard(
                                                        account, old.method().id(), session)));
        if (!registered) {
            return show(page, form, new CardDialog(null, old, form.refusal(), back));
        }
        var title = MethodView.of(Objects.requireNonNull(done.get()), page).title();
        return old == null
                ? page.go(WayBack.of(back), "payment.registered", title)
                : page.go(PAGE, "payment.replaced", old.title(), title);
    }

    @PostMapping(PAGE + "/{id}/default")
    ModelAndView makeDefault(Page page, @PathVariable String id) {
        var method = id(id);
        var form = page.form("payment");
        return form.attempt(() -> methods.setDefault(account(page), method))
                ? page.go(PAGE, "payment.default-set")
                : show(page, form, null);
    }

    @PostMapping(PAGE + "/{id}/remove")
    ModelAndView remove(Page page, @PathVariable String id) {
        var method = id(id);
        var form = page.form("payment");
        return form.attempt(() -> methods.remove(account(page), method))
                ? page.go(PAGE, "payment.removed")
                : show(page, form, null);
    }

    private ModelAndView show(Page page, Form form, @Nullable CardDialog dialog) {
        var model = new HashMap<String, Object>();
        var account = account(page);
        model.put("methods", views(page));
        model.put("kinds", methods.allowed(account));
        model.put("form", form);
        model.put("deposits", deposits.of(account, DEPOSITS));
        model.put("kept", receivables.kept(account, catalogs.current().provider().currency()));
        if (dialog != null) {
            model.put("dialog", dialog);
        }
        return page.show("payment/methods", model);
    }

    private List<MethodView> views(Page page) {
        return methods.of(account(page)).stream().map(m -> MethodView.of(m, page)).toList();
    }

    private @Nullable MethodView replaced(Page page, String id) {
        return id.isEmpty()
                ? null
                : views(page).stream()
                        .filter(view -> view.id().equals(id))
                        .findFirst()
                        .orElseThrow(PrefixedIds::notFound);
    }

    private static MethodId id(String text) {
        return new MethodId(PrefixedIds.parse("met", text));
    }

    /** As the browser knows this site; the frame is shown to no other. */
    private static String origin(HttpServletRequest request) {
        var uri = URI.create(request.getRequestURL().toString());
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static AccountId account(Page page) {
        var signedIn = page.signedIn();
        if (signedIn == null) {
            throw new AccessDeniedException("payment methods are a member's own");
        }
        return signedIn.account();
    }
}
