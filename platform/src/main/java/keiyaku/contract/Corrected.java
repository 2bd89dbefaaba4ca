package keiyaku.contract;

import java.util.List;
import keiyaku.billing.ChargeKind;
import keiyaku.billing.Invoices;
import keiyaku.billing.LinesGivenBack;
import keiyaku.catalog.Catalogs;
import keiyaku.payment.TransferLapsed;
import keiyaku.shared.MovableClock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What corrections of invoices mean for contracts: what a note gave back is not given back once
 * more at the end (B-6), and days whose invoice was taken back are not served (P-10).
 */
@Component
class Corrected {

    private final ContractStore store;
    private final Invoices invoices;
    private final Writing writing;
    private final Customers customers;
    private final Catalogs catalogs;
    private final MovableClock clock;

    Corrected(
            ContractStore store,
            Invoices invoices,
            Writing writing,
            Customers customers,
            Catalogs catalogs,
            MovableClock clock) {
        this.store = store;
        this.invoices = invoices;
        this.writing = writing;
        this.customers = customers;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void givenBack(LinesGivenBack note) {
        for (var line : note.lines()) {
            if (line.contract() != null && line.amount().isNegative()) {
                store.lowerCovered(line.account(), line);
            }
        }
    }

    /** Servers have rules of their own, since they are paid for before they begin. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void lapsed(TransferLapsed lapsed) {
        var id = lapsed.contract();
        if (id == null) {
            return;
        }
        var contract = store.lock(lapsed.account(), id).orElseThrow();
        var today = clock.instant().atZone(contract.zone()).toLocalDate();
        if (!isFor(lapsed, contract)) {
            return;
        }
        Suspensions.end(contract, today)
                .ifPresent(
                        outcome ->
                                writing.update(
                                        List.of(new Writing.Step(contract, outcome, "run")),
                                        catalogs.current().provider().currency() + "",
                                        customers.customers(List.of(lapsed.account()))));
    }

    /** An upgrade that was not paid for is no reason to end what was paid before. */
    private boolean isFor(TransferLapsed lapsed, Contract contract) {
        return invoices.invoice(lapsed.account(), lapsed.invoice()).stream()
                .flatMap(invoice -> invoice.charges().stream())
                .anyMatch(
                        charge ->
                                charge.kind() == ChargeKind.RECURRING
                                        && contract.id().equals(charge.contract()));
    }
}
