package keiyaku.contract;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keiyaku.billing.InvoicePaid;
import keiyaku.catalog.Catalogs;
import keiyaku.payment.TransferLapsed;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import org.jspecify.annotations.Nullable;
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

    /** What stands on the invoice counts, and begins if its day has come. */
    @EventListener
    @Transactional
    void paid(InvoicePaid paid) {
        write(
                paid.account(),
                paid.contract(),
                (contract, today) -> ServerLife.paid(contract, paid.invoice(), today));
    }

    /** The transfer did not come, and its invoice was taken back. */
    @EventListener
    @Transactional
    void lapsed(TransferLapsed lapsed) {
        write(
                lapsed.account(),
                lapsed.contract(),
                (contract, today) -> ServerLife.lapsed(contract, lapsed.invoice(), today));
    }

    private interface Rule {
        Optional<Outcome> decide(Contract contract, LocalDate today);
    }

    private void write(AccountId account, @Nullable ContractId id, Rule rule) {
        if (id == null || !servers.isServer(account, id)) {
            return;
        }
        var contract = store.lock(account, id).orElseThrow();
        var today = clock.instant().atZone(contract.zone()).toLocalDate();
        rule.decide(contract, today)
                .ifPresent(
                        outcome ->
                                writing.update(
                                        List.of(new Writing.Step(contract.state(), outcome, "run")),
                                        currency(),
                                        Map.of(account, customers.customer(account))));
    }

    private String currency() {
        return catalogs.current().provider().currency().getCurrencyCode();
    }
}
