package keiyaku.web.contract;

import java.util.List;
import java.util.Map;
import keiyaku.catalog.Catalogs;
import keiyaku.catalog.Form;
import keiyaku.catalog.Product;
import keiyaku.contract.Contract;
import keiyaku.contract.Contracts;
import keiyaku.payment.PaymentMethod;
import keiyaku.payment.PaymentMethods;
import keiyaku.web.Page;
import keiyaku.web.payment.MethodView;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** My Product: the account's contracts, and the page of each (C-14). */
@Controller
class ContractsController {

    private final Contracts contracts;
    private final Catalogs catalogs;
    private final PaymentMethods methods;
    private final String productUrl;

    ContractsController(
            Contracts contracts,
            Catalogs catalogs,
            PaymentMethods methods,
            @Value("${keiyaku.outside.product-url:}") String productUrl) {
        this.contracts = contracts;
        this.catalogs = catalogs;
        this.methods = methods;
        this.productUrl = productUrl;
    }

    @GetMapping("/console/contracts")
    ModelAndView list(Page page) {
        var account = Asker.account(page);
        var rows = contracts.of(account).stream().map(c -> row(page, c)).toList();
        return page.show("contract/contracts", Map.of("rows", rows));
    }

    private ContractRow row(Page page, Contract contract) {
        var product = product(contract);
        var calendar = contracts.calendar(contract.account(), contract.id());
        var next =
                calendar.entries().stream()
                        .filter(entry -> !entry.what().equals("trial-notice"))
                        .findFirst()
                        .orElse(null);
        var workspace = contracts.workspace(contract.account(), contract.id());
        return new ContractRow(
                contract,
                Words.title(page, product, contract),
                workspace.map(w -> w.name()).orElse(""),
                next);
    }

    @GetMapping("/console/contracts/{id}")
    ModelAndView contract(Page page, @PathVariable String id) {
        var contract = Asker.contract(page, contracts, id);
        if (contract.hosting() != null) {
            return page.go(ServerPages.path(contract.id()));
        }
        return page.show("contract/contract", Map.of("view", view(page, contract)));
    }

    private ContractView view(Page page, Contract contract) {
        var product = product(contract);
        var calendar = contracts.calendar(contract.account(), contract.id());
        var changes = contracts.changes(contract.account(), contract.id());
        return new ContractView(
                contract,
                product,
                contracts.workspace(contract.account(), contract.id()).orElse(null),
                Answer.of(page, product, contract, calendar),
                ComingUp.of(page, calendar.entries()),
                calendar.endDays(),
                ContractView.history(page, product, changes),
                method(page, methods.of(contract.account())),
                site(contract, product));
    }

    /** Visa ···242: what is charged. */
    private static String method(Page page, List<PaymentMethod> all) {
        return all.stream()
                .filter(PaymentMethod::isDefault)
                .map(m -> MethodView.of(m, page).title())
                .findFirst()
                .orElse("");
    }

    private String site(Contract contract, Product product) {
        var usable =
                switch (contract.state()) {
                    case TRIAL, ACTIVE -> true;
                    case AWAITING_PAYMENT, SUSPENDED, ENDED -> false;
                };
        return usable && product.form() == Form.WORKSPACE && !productUrl.isBlank()
                ? productUrl + "/workspaces/" + contract.id()
                : "";
    }

    private Product product(Contract contract) {
        return catalogs.current().product(contract.offer().product()).orElseThrow();
    }
}
