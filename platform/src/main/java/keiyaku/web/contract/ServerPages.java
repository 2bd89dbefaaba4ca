package keiyaku.web.contract;

import java.util.List;
import java.util.Map;
import keiyaku.billing.Receivables;
import keiyaku.catalog.Catalogs;
import keiyaku.contract.Contract;
import keiyaku.contract.Contracts;
import keiyaku.payment.PaymentMethods;
import keiyaku.payment.Transfers;
import keiyaku.shared.ContractId;
import keiyaku.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Server contract and renewal: the list, and the page of each (H-1, C-14). */
@Controller
class ServerPages {

    private final Contracts contracts;
    private final Catalogs catalogs;
    private final PaymentMethods methods;
    private final Receivables receivables;
    private final Transfers transfers;

    ServerPages(
            Contracts contracts,
            Catalogs catalogs,
            PaymentMethods methods,
            Receivables receivables,
            Transfers transfers) {
        this.contracts = contracts;
        this.catalogs = catalogs;
        this.methods = methods;
        this.receivables = receivables;
        this.transfers = transfers;
    }

    static String path(ContractId id) {
        return "/console/servers/" + id;
    }

    @GetMapping("/console/servers")
    ModelAndView list(Page page) {
        var all =
                contracts.of(Asker.account(page)).stream()
                        .filter(contract -> contract.hosting() != null)
                        .map(contract -> view(page, contract))
                        .toList();
        return page.show("contract/servers", Map.of("servers", all));
    }

    @GetMapping("/console/servers/{id}")
    ModelAndView server(Page page, @PathVariable String id) {
        var contract = Asker.contract(page, contracts, id);
        if (contract.hosting() == null) {
            return page.go(Words.path(contract.id()));
        }
        return page.show("contract/server", Map.of("view", view(page, contract)));
    }

    private ServerView view(Page page, Contract contract) {
        var product = catalogs.current().product(contract.offer().product()).orElseThrow();
        var calendar = contracts.calendar(contract.account(), contract.id());
        var changes = contracts.changes(contract.account(), contract.id());
        var unpaid = ServerUnpaid.of(contract, receivables, transfers);
        return new ServerView(
                contract,
                product,
                new ServerAnswer(page, contract, calendar, unpaid).sentence(),
                unpaid,
                ServerSpans.of(page, product, contract, page.today()),
                ContractView.calendar(page, product, calendar.entries()),
                calendar.endDays(),
                ContractView.history(page, product, changes),
                ServerView.method(page, contract, methods.of(contract.account())),
                confirmed(page, unpaid),
                page.today());
    }

    private List<String> confirmed(Page page, ServerUnpaid unpaid) {
        var transfer = unpaid.transfer();
        return transfer == null
                ? List.of()
                : List.of(
                        page.t(
                                "billing.next.transfer",
                                transfer.left(),
                                transfer.lastOn(),
                                transfers.confirmedBy(page.today())));
    }
}
