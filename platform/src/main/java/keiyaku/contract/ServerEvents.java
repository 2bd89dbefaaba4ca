package keiyaku.contract;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keiyaku.billing.InvoicesPaid;
import keiyaku.catalog.Catalogs;
import keiyaku.payment.TransferLapsed;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.InvoiceId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What payments mean to server contracts, in the transaction that books them (H-5, P-10). */
@Component
class ServerEvents {

    private final HostingStore servers;
    private final ContractStore store;
    private final Writing writing;
    private final Customers customers;
    private final Catalogs catalogs;
    private final Clock clock;

    ServerEvents(
            HostingStore servers,
            ContractStore store,
            Writing writing,
            Customers customers,
            Catalogs catalogs,
            Clock clock) {
        this.servers = servers;
        this.store = store;
        this.writing = writing;
        this.customers = customers;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /** What stands on the invoices counts, and begins if its day has come. */
    @EventListener
    @Transactional
    void paid(InvoicesPaid event) {
        var left = new ArrayList<Told>();
        for (var paid : event.paid()) {
            if (paid.contract() != null) {
                left.add(new Told(paid.account(), paid.contract(), paid.invoice()));
            }
        }
        // A contract with several invoices takes them one after the other.
        for (var told = servers(left); !told.isEmpty(); ) {
            var now = new LinkedHashMap<ContractId, Told>();
            told.forEach(t -> now.putIfAbsent(t.contract(), t));
            write(now, ServerLife::paid);
            told.removeAll(now.values());
        }
    }

    /** The transfer did not come, and its invoice was taken back. */
    @EventListener
    @Transactional
    void lapsed(TransferLapsed lapsed) {
        if (lapsed.contract() != null) {
            var told = new Told(lapsed.account(), lapsed.contract(), lapsed.invoice());
            servers(List.of(told)).forEach(t -> write(Map.of(t.contract(), t), ServerLife::lapsed));
        }
    }

    /** What a contract is told of one of its invoices. */
    private record Told(AccountId account, ContractId contract, InvoiceId invoice) {}

    private interface Rule {
        Optional<Outcome> decide(Contract contract, InvoiceId invoice, LocalDate today);
    }

    private List<Told> servers(List<Told> all) {
        var known =
                servers.among(
                        all.stream().map(Told::account).toList(),
                        all.stream().map(Told::contract).toList());
        return new ArrayList<>(all.stream().filter(t -> known.contains(t.contract())).toList());
    }

    private void write(Map<ContractId, Told> told, Rule rule) {
        var accounts = told.values().stream().map(Told::account).distinct().toList();
        var steps = new ArrayList<Writing.Step>();
        for (var contract : store.lock(accounts, told.keySet())) {
            var invoice = requireNonNull(told.get(contract.id())).invoice();
            var today = clock.instant().atZone(contract.zone()).toLocalDate();
            rule.decide(contract, invoice, today)
                    .ifPresent(o -> steps.add(new Writing.Step(contract, o, "run")));
        }
        if (!steps.isEmpty()) {
            writing.update(steps, currency(), customers.customers(accounts));
        }
    }

    private String currency() {
        return catalogs.current().provider().currency().getCurrencyCode();
    }
}
