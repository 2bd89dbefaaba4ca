package keiyaku.contract;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keiyaku.billing.InvoicesPaid;
import keiyaku.billing.OverdueReceivables;
import keiyaku.billing.Receivable;
import keiyaku.catalog.Catalogs;
import keiyaku.run.DueWork;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Suspends contracts whose invoice stays unpaid, ends them later, resumes them when paid (B-20).
 */
@Component
@Order(40)
class UnpaidContracts implements DueWork {

    private final OverdueReceivables receivables;
    private final ContractStore store;
    private final Writing writing;
    private final Customers customers;
    private final Catalogs catalogs;
    private final Clock clock;

    UnpaidContracts(
            OverdueReceivables receivables,
            ContractStore store,
            Writing writing,
            Customers customers,
            Catalogs catalogs,
            Clock clock) {
        this.receivables = receivables;
        this.store = store;
        this.writing = writing;
        this.customers = customers;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "unpaid-contracts";
    }

    @Override
    public Optional<Instant> nextDue() {
        return receivables.next();
    }

    @Override
    public List<Subject> due(Instant now, int limit) {
        return receivables.due(now, limit);
    }

    @Override
    @Transactional
    public int perform(List<Subject> chunk, Instant now) {
        var overdue = receivables.lock(chunk, now);
        var first = overdue.stream().filter(r -> r.overdueStage() == 0).toList();
        var second = overdue.stream().filter(r -> r.overdueStage() > 0).toList();
        apply(first, Suspensions::suspend);
        receivables.suspendedFor(first);
        apply(second, Suspensions::end);
        receivables.givenUp(second);
        return overdue.size();
    }

    /** Paying at any time resumes, unless another invoice of the contract is overdue still. */
    @EventListener
    @Transactional
    void resume(InvoicesPaid event) {
        var ids = receivables.contracts(event);
        // The receivables are held, so nobody suspends for them meanwhile.
        var suspended = store.lockSuspended(event.accounts(), ids);
        if (suspended.isEmpty()) {
            return;
        }
        var stillOverdue =
                receivables.contractsPursued(suspended.stream().map(Contract::account).toList());
        write(
                suspended.stream().filter(c -> !stillOverdue.contains(c.id())).toList(),
                Suspensions::resume);
    }

    @Override
    public void park(Subject subject, String reason) {
        receivables.park(subject, reason);
    }

    @Override
    public void unpark(Subject subject) {
        receivables.unpark(subject);
    }

    private interface Rule {
        Optional<Outcome> decide(Contract contract, java.time.LocalDate today);
    }

    private void apply(List<Receivable> overdue, Rule rule) {
        var ids = receivables.contracts(overdue);
        var accounts = overdue.stream().map(Receivable::account).toList();
        write(ids.isEmpty() ? List.of() : store.lock(accounts, ids), rule);
    }

    private void write(List<Contract> contracts, Rule rule) {
        var steps = new ArrayList<Writing.Step>();
        for (var contract : contracts) {
            var today = clock.instant().atZone(contract.zone()).toLocalDate();
            rule.decide(contract, today)
                    .ifPresent(o -> steps.add(new Writing.Step(contract, o, "run")));
        }
        if (steps.isEmpty()) {
            return;
        }
        var known = customers.customers(contracts.stream().map(Contract::account).toList());
        writing.update(steps, catalogs.current().provider().currency() + "", known);
    }
}
