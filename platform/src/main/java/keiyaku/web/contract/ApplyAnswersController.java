package keiyaku.web.contract;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import keiyaku.contract.ApplicationForm;
import keiyaku.contract.ApplicationForm.AgreedTerms;
import keiyaku.contract.Contract;
import keiyaku.contract.ContractRefusal.NameInvalid;
import keiyaku.contract.ContractRefusal.NameTaken;
import keiyaku.contract.Contracts;
import keiyaku.shared.RefusedException;
import keiyaku.web.Form;
import keiyaku.web.Page;
import keiyaku.web.contract.Wizard.Step;
import keiyaku.web.part.Tone;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Takes what each step of an application asks for; kept at once, so that nothing is lost. */
@Controller
class ApplyAnswersController {

    private static final String PREFIX = "contract.apply";
    private static final long MOST_SEATS = 10_000;

    private final ApplyController pages;
    private final Contracts contracts;
    private final Drafts drafts;

    ApplyAnswersController(ApplyController pages, Contracts contracts, Drafts drafts) {
        this.pages = pages;
        this.contracts = contracts;
        this.drafts = drafts;
    }

    @PostMapping("/console/products/{code}/apply/plan")
    ModelAndView plan(Page page, @PathVariable String code, HttpServletRequest request) {
        var wizard = pages.wizard(page, code);
        var form = page.form(PREFIX);
        if (wizard.product().plan(form.text("plan")).isEmpty()) {
            form.reject("plan", "choose");
        }
        long seats = wizard.perSeat() ? form.number("seats") : 1;
        if (form.ok() && (seats < 1 || seats > MOST_SEATS)) {
            form.reject("seats", "range");
        }
        var answers = Map.of("plan", form.text("plan"), "seats", Long.toString(seats));
        return form.ok()
                ? keep(page, wizard, answers)
                : pages.show(page, wizard, Step.PLAN, form, request);
    }

    @PostMapping("/console/products/{code}/apply/terms")
    ModelAndView terms(Page page, @PathVariable String code, HttpServletRequest request) {
        var wizard = pages.wizard(page, code);
        var form = page.form(PREFIX);
        var agreed = form.values("terms");
        if (!wizard.terms().stream().map(Wizard::agreement).allMatch(agreed::contains)) {
            form.reject("terms", "must-agree");
            return pages.show(page, wizard, Step.TERMS, form, request);
        }
        return keep(page, wizard, Map.of("terms", String.join(" ", agreed)));
    }

    @PostMapping("/console/products/{code}/apply/information")
    ModelAndView information(Page page, @PathVariable String code, HttpServletRequest request) {
        var wizard = pages.wizard(page, code);
        var form = page.form(PREFIX);
        var information = Information.read(form, contracts);
        var held = hold(page, form);
        if (!form.ok() || held.isEmpty()) {
            return pages.show(page, wizard, Step.INFORMATION, form, request);
        }
        information.put("name", held.get());
        return keep(page, wizard, information);
    }

    /** Says whether the name is free, and keeps it for 15 minutes (C-4); also without script. */
    @PostMapping("/console/products/{code}/apply/information/check")
    ModelAndView check(Page page, @PathVariable String code, HttpServletRequest request) {
        var form = page.form(PREFIX);
        var held = hold(page, form);
        if (page.wantsPart()) {
            return page.show("contract/apply-check", Map.of("form", form, "held", held.orElse("")));
        }
        var wizard = pages.wizard(page, code);
        if (held.isPresent()) {
            page.say(Tone.GOOD, "contract.apply.name.free", held.get());
        }
        return pages.show(page, wizard, Step.INFORMATION, form, request);
    }

    @PostMapping("/console/products/{code}/apply/confirm")
    ModelAndView confirm(Page page, @PathVariable String code, HttpServletRequest request) {
        var account = Asker.account(page);
        var wizard = pages.wizard(page, code);
        var form = page.form(PREFIX);
        var draft = draftId(form);
        if (draft.isPresent() && drafts.wasSent(account, code, draft.get())) {
            return page.go(wizard.path(Step.DONE));
        }
        if (draft.isEmpty() || !wizard.reaches(Step.CONFIRM)) {
            return page.go(wizard.path(wizard.next()));
        }
        if (wizard.isWorkspace()) {
            var problem = contracts.passwordProblem(form.secret("adminPassword"));
            problem.ifPresent(reason -> form.reject("adminPassword", reason));
        }
        var done =
                form.attempt(
                        () ->
                                drafts.send(
                                        account,
                                        code,
                                        draft.get(),
                                        d -> apply(page, wizard.with(d), form, request)));
        return done
                ? page.go(wizard.path(Step.DONE))
                : pages.show(page, wizard, Step.CONFIRM, form, request);
    }

    private Contract apply(Page page, Wizard wizard, Form form, HttpServletRequest request) {
        var draft = wizard.draft();
        var place = pages.place(wizard, request);
        var signedIn = Asker.of(page);
        var asked =
                new ApplicationForm(
                        signedIn.account(),
                        new Contract.Offer(
                                wizard.product().code(),
                                draft.get("plan"),
                                draft.seats(),
                                place.region(),
                                place.platform()),
                        signedIn.zone(),
                        wizard.isWorkspace() ? Information.workspace(draft) : null,
                        wizard.isWorkspace() ? form.value("adminPassword") : null,
                        agreed(wizard, request));
        return contracts.apply(asked, Asker.by(page));
    }

    private static List<AgreedTerms> agreed(Wizard wizard, HttpServletRequest request) {
        return wizard.terms().stream()
                .map(t -> new AgreedTerms(t.code(), t.version(), request.getRemoteAddr()))
                .toList();
    }

    private Optional<String> hold(Page page, Form form) {
        var name = form.required("name");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            var held = contracts.holdName(Asker.account(page), Information.kind(form), name);
            return Optional.of(held);
        } catch (RefusedException e) {
            switch (e.refusal()) {
                case NameInvalid invalid -> form.reject("name", invalid.reason());
                case NameTaken taken -> form.reject("name", taken.code());
                default -> throw e;
            }
            return Optional.empty();
        }
    }

    private ModelAndView keep(Page page, Wizard wizard, Map<String, String> answers) {
        var draft = drafts.keep(Asker.account(page), wizard.product().code(), answers);
        var further = wizard.with(draft);
        return page.go(further.path(further.next()));
    }

    private static Optional<UUID> draftId(Form form) {
        try {
            return Optional.of(UUID.fromString(form.value("draft")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
