package keiyaku.web.contract;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import keiyaku.catalog.Catalogs;
import keiyaku.catalog.ProductOption;
import keiyaku.catalog.TermsDocument;
import keiyaku.certificate.Certificates;
import keiyaku.contract.Action;
import keiyaku.contract.ApplicationForm.AgreedTerms;
import keiyaku.contract.Consent;
import keiyaku.contract.Contract;
import keiyaku.contract.Contracts;
import keiyaku.contract.OptionChoice;
import keiyaku.contract.OptionItem;
import keiyaku.contract.Servers;
import keiyaku.web.Form;
import keiyaku.web.Page;
import keiyaku.web.part.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The options of a kind: what there is, and one more (H-2 to H-4). */
@Controller
class ServerOptionsController {

    private final Deeds deeds;
    private final Servers servers;
    private final Contracts contracts;
    private final Catalogs catalogs;
    private final Certificates certificates;

    ServerOptionsController(
            Deeds deeds,
            Servers servers,
            Contracts contracts,
            Catalogs catalogs,
            Certificates certificates) {
        this.certificates = certificates;
        this.deeds = deeds;
        this.servers = servers;
        this.contracts = contracts;
        this.catalogs = catalogs;
    }

    @RequestMapping(
            path = "/console/servers/{id}/options/{kind}",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView options(
            Page page,
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable String kind) {
        var subject = deeds.subject(page, id);
        var contract = subject.contract();
        var offered =
                subject.product().options().stream()
                        .filter(option -> option.kind().code().equals(kind))
                        .toList();
        if (offered.isEmpty() || contract.hosting() == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var form = page.form(ServerForm.PREFIX).fill("devices", 1);
        var chosen = chosen(form, subject, offered);
        var documents = documents(contract, subject, chosen);
        var agreed =
                Deeds.wanted(form)
                        ? ServerForm.agreed(form, documents, request.getRemoteAddr())
                        : List.<AgreedTerms>of();
        var bought =
                Deeds.wanted(form) && form.ok()
                        ? bought(page, form, subject, chosen, agreed)
                        : null;
        if (bought != null) {
            return page.go(ServerPages.path(contract.id()) + "/options/" + kind);
        }
        var quote = chosen.flatMap(o -> deeds.quote(page, form, contract, new Action.AddOption(o)));
        var button =
                quote.filter(QuoteView::costs)
                        .map(q -> page.t("contract.server.buy", q.amount()))
                        .orElseGet(() -> page.t("contract.server.buy-free"));
        var model = new HashMap<>(DeedPage.of(subject, form, quote, button).model());
        model.put("kind", kind);
        model.put("items", items(contract, kind));
        model.put("choices", ServerForm.options(page, offered));
        model.put("documents", documents);
        model.put(
                "certificates",
                kind.equals("ssl")
                        ? CertificateView.of(
                                page, certificates.of(contract.account(), contract.id()))
                        : List.of());
        return page.show("contract/server-options", model);
    }

    /** Whether one goes on by itself; set for each (H-2). */
    @PostMapping("/console/servers/{id}/options/{kind}/{number}/renewal")
    ModelAndView renewal(
            Page page,
            @PathVariable String id,
            @PathVariable String kind,
            @PathVariable int number,
            @RequestParam boolean on) {
        var contract = deeds.subject(page, id).contract();
        contracts.perform(
                contract.account(),
                contract.id(),
                new Action.SetOptionRenewal(number, on),
                null,
                Asker.by(page));
        return page.go(
                ServerPages.path(contract.id()) + "/options/" + kind,
                on ? "contract.server.auto.set" : "contract.server.auto.unset");
    }

    /** For which domain a certificate is; it can be set after it was bought (H-2). */
    @PostMapping("/console/servers/{id}/options/{kind}/{number}/name")
    ModelAndView name(
            Page page,
            @PathVariable String id,
            @PathVariable String kind,
            @PathVariable int number,
            @RequestParam String commonName) {
        var contract = deeds.subject(page, id).contract();
        var form = page.form(ServerForm.PREFIX);
        var done =
                form.attempt(
                        () ->
                                contracts.perform(
                                        contract.account(),
                                        contract.id(),
                                        new Action.NameOption(number, commonName),
                                        null,
                                        Asker.by(page)));
        var refusal = form.refusal();
        if (!done && refusal != null) {
            page.say(Tone.CAUTION, "contract.server.named.refused", page.refusal(refusal));
        } else {
            page.say(Tone.GOOD, "contract.server.named");
        }
        return page.go(ServerPages.path(contract.id()) + "/options/" + kind);
    }

    private Servers.@Nullable Ordered bought(
            Page page,
            Form form,
            Subject subject,
            Optional<OptionChoice> chosen,
            List<AgreedTerms> agreed) {
        var contract = subject.contract();
        var consent = new Consent(Asker.by(page), agreed);
        var ordered = new AtomicReference<Servers.Ordered>();
        chosen.ifPresentOrElse(
                option ->
                        form.attempt(
                                () ->
                                        ordered.set(
                                                servers.addOption(
                                                        contract.account(),
                                                        contract.id(),
                                                        new Action.AddOption(option),
                                                        form.text("fingerprint"),
                                                        consent))),
                () -> form.reject(field(form), "choose"));
        var result = ordered.get();
        if (result != null) {
            ServerOrderController.told(page, result);
        }
        return result;
    }

    private static String field(Form form) {
        return List.of("opt-ssl", "opt-backup", "opt-device", "opt-other").stream()
                .filter(field -> !form.values(field).isEmpty())
                .findFirst()
                .orElse("opt-other");
    }

    private static Optional<OptionChoice> chosen(
            Form form, Subject subject, List<ProductOption> offered) {
        return ServerForm.options(form, subject.product()).stream()
                .filter(o -> offered.stream().anyMatch(p -> p.code().equals(o.code())))
                .findFirst();
    }

    private List<TermsDocument> documents(
            Contract contract, Subject subject, Optional<OptionChoice> chosen) {
        var held = items(contract, null).stream().map(OptionItem::option).toList();
        var fresh = new ArrayList<OptionChoice>();
        chosen.filter(o -> !held.contains(o.code())).ifPresent(fresh::add);
        return ServerForm.documents(catalogs.current(), List.of(), subject.product(), fresh);
    }

    private static List<OptionItem> items(Contract contract, @Nullable String kind) {
        var hosting = contract.hosting();
        return hosting == null
                ? List.of()
                : hosting.items().stream()
                        .filter(item -> kind == null || item.kind().code().equals(kind))
                        .toList();
    }
}
