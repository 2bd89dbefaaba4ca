package keiyaku.contract;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import keiyaku.catalog.Catalog;
import keiyaku.catalog.Catalogs;
import keiyaku.contract.ContractRefusal.ContractUnknown;
import keiyaku.contract.ContractRefusal.NotActive;
import keiyaku.contract.ContractRefusal.ProductUnknown;
import keiyaku.contract.ContractRefusal.QuoteExpired;
import keiyaku.payment.MethodKind;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.Ids;
import keiyaku.shared.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The written half of an order: all that is decided in one transaction, before money is taken. */
@Component
class ServerOrdering {

    private static final ContractId NONE = new ContractId(new UUID(0, 0));

    private final ContractStore store;
    private final WorkspaceStore agreements;
    private final Writing writing;
    private final Quotes quotes;
    private final Customers customers;
    private final ServerPayments payments;
    private final Catalogs catalogs;
    private final Clock clock;

    ServerOrdering(
            ContractStore store,
            WorkspaceStore agreements,
            Writing writing,
            Quotes quotes,
            Customers customers,
            ServerPayments payments,
            Catalogs catalogs,
            Clock clock) {
        this.store = store;
        this.agreements = agreements;
        this.writing = writing;
        this.quotes = quotes;
        this.customers = customers;
        this.payments = payments;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    Quote quote(ServerOrder order) {
        var sale = sale(order, catalogs.current());
        var outcome = decide(NONE, order, sale);
        return quotes.ordered(outcome, sale, outcome.effectiveOn());
    }

    @Transactional
    public Contract order(ServerOrder order, @Nullable String fingerprint, String by) {
        var catalog = catalogs.current();
        var sale = sale(order, catalog);
        Applications.requireOffered(order.offer(), sale.product());
        Applications.requireAgreed(documents(order, sale), order.agreed(), catalog);
        var outcome = decide(new ContractId(Ids.next(clock)), order, sale);
        if (fingerprint != null
                && !fingerprint.equals(
                        quotes.ordered(outcome, sale, outcome.effectiveOn()).fingerprint())) {
            throw new RefusedException(new QuoteExpired());
        }
        var id = outcome.contract().id();
        payments.chosen(outcome.contract());
        var customer = customers.customer(order.account());
        writing.insert(List.of(outcome), currency(catalog), by, Map.of(order.account(), customer));
        agreements.agree(order.account(), id, order.agreed(), clock.instant());
        return outcome.contract();
    }

    /** What is open is paid in another way from now on. */
    @Transactional
    public Contract payBy(AccountId account, ContractId id, MethodKind pay, String by) {
        var contract =
                store.lock(account, id)
                        .orElseThrow(() -> new RefusedException(new ContractUnknown()));
        var hosting = NextContracts.server(contract);
        if (contract.state() == ContractState.ENDED) {
            throw new RefusedException(new NotActive(contract.state()));
        }
        if (hosting.payBy() == pay) {
            return contract;
        }
        var today = today(contract.zone());
        var paying = hosting.paying(pay, pay != MethodKind.TRANSFER);
        var fact = new Outcome.Fact("method-chosen", today, Map.of("pay", pay.code()));
        var outcome = Outcome.of(contract.withHosting(paying), today, fact);
        payments.chosen(outcome.contract());
        writing.update(
                List.of(new Writing.Step(contract, outcome, by)),
                currency(catalogs.current()),
                Map.of(account, customers.customer(account)));
        return outcome.contract();
    }

    private Outcome decide(ContractId id, ServerOrder order, Sale sale) {
        var zone = catalogs.current().provider().zone();
        return ServerOrders.decide(id, order, sale, zone, today(zone));
    }

    private Sale sale(ServerOrder order, Catalog catalog) {
        var code = order.offer().product();
        var product =
                catalog.product(code)
                        .orElseThrow(() -> new RefusedException(new ProductUnknown(code)));
        return new Sale(product, customers.customer(order.account()).abroad());
    }

    private static Set<String> documents(ServerOrder order, Sale sale) {
        var documents = new LinkedHashSet<>(sale.product().terms());
        order.choice()
                .options()
                .forEach(option -> documents.addAll(sale.option(option.code()).terms()));
        return documents;
    }

    private static String currency(Catalog catalog) {
        return catalog.provider().currency().getCurrencyCode();
    }

    private LocalDate today(ZoneId zone) {
        return clock.instant().atZone(zone).toLocalDate();
    }
}
