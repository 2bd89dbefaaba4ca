package keiyaku.web.contract;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import keiyaku.catalog.Catalogs;
import keiyaku.contract.Contracts;
import keiyaku.web.Form;
import keiyaku.web.Page;
import keiyaku.web.contract.Wizard.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Shows the steps of an application, each at its own address (C-3). */
@Controller
class ApplyController {

    private final Catalogs catalogs;
    private final Contracts contracts;
    private final Drafts drafts;

    ApplyController(Catalogs catalogs, Contracts contracts, Drafts drafts) {
        this.catalogs = catalogs;
        this.contracts = contracts;
        this.drafts = drafts;
    }

    /** The address to link to: goes on where it was left. */
    @GetMapping("/console/products/{code}/apply")
    ModelAndView begin(Page page, @PathVariable String code) {
        var wizard = wizard(page, code);
        var obstacle = obstacle(page, wizard);
        return obstacle != null ? obstacle : page.go(wizard.path(wizard.next()));
    }

    @GetMapping("/console/products/{code}/apply/{step:plan|terms|information|confirm}")
    ModelAndView show(
            Page page, @PathVariable String code, @PathVariable String step, HttpServletRequest r) {
        var wizard = wizard(page, code);
        var obstacle = obstacle(page, wizard);
        if (obstacle != null) {
            return obstacle;
        }
        var wanted = Step.valueOf(step.toUpperCase(java.util.Locale.ROOT));
        if (!wizard.reaches(wanted)) {
            return page.go(wizard.path(wizard.next()));
        }
        return show(page, wizard, wanted, page.form("contract.apply"), r);
    }

    /** A step with its form: what is kept stands in it unless something newer was entered. */
    ModelAndView show(Page page, Wizard wizard, Step step, Form form, HttpServletRequest request) {
        wizard.draft().answers().forEach(form::fill);
        form.fill("seats", "1").fill("kind", "group");
        if (wizard.product().plans().size() == 1) {
            form.fill("plan", wizard.product().plans().getFirst().code());
        }
        var model = new HashMap<String, Object>(Map.of("wizard", wizard, "form", form));
        if (step == Step.CONFIRM) {
            model.put("place", place(wizard, request));
        }
        return page.show("contract/apply-" + step.code(), model);
    }

    @GetMapping("/console/products/{code}/apply/done")
    ModelAndView done(Page page, @PathVariable String code) {
        var account = Asker.account(page);
        var wizard = wizard(page, code);
        var id = drafts.sent(account, code);
        if (id.isEmpty()) {
            return page.go(wizard.path());
        }
        var contract = contracts.contract(account, id.get());
        var workspace = contracts.workspace(account, id.get());
        return page.show(
                "contract/apply-done",
                Map.of(
                        "wizard", wizard,
                        "contract", contract,
                        "account", workspace.map(w -> w.adminAccount()).orElse("")));
    }

    Wizard wizard(Page page, String code) {
        var catalog = catalogs.current();
        var product =
                catalog.product(code)
                        .filter(p -> p.form() != keiyaku.catalog.Form.HOSTING)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Wizard.of(catalog, product, drafts.open(Asker.account(page), code));
    }

    /** Where it is applied for: the chosen place, or else the first where it is offered. */
    Place place(Wizard wizard, HttpServletRequest request) {
        var chosen = Place.of(request, catalogs.current());
        var product = wizard.product();
        return new Place(
                product.regions().contains(chosen.region())
                        ? chosen.region()
                        : product.regions().getFirst(),
                product.platforms().contains(chosen.platform())
                        ? chosen.platform()
                        : product.platforms().getFirst());
    }

    private @Nullable ModelAndView obstacle(Page page, Wizard wizard) {
        var refusal = contracts.obstacle(Asker.account(page), wizard.product().code());
        return refusal.isEmpty()
                ? null
                : page.show(
                        "contract/apply-not", Map.of("wizard", wizard, "refusal", refusal.get()));
    }
}
