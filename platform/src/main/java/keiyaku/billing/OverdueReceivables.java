package keiyaku.billing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.InvoiceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Invoices that stay unpaid, and the contracts that stand on them (B-20). */
@Component
@Transactional(propagation = Propagation.REQUIRED)
public class OverdueReceivables {

    private final ReceivableStore store;
    private final Clock clock;
    private final Dunning dunning = Dunning.STANDARD;

    OverdueReceivables(ReceivableStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Optional<Instant> next() {
        return store.due(ReceivableStore.Due.OVERDUE).next();
    }

    public List<Subject> due(Instant now, int limit) {
        return store.due(ReceivableStore.Due.OVERDUE).due(now, limit);
    }

    public List<Receivable> lock(List<Subject> subjects, Instant now) {
        return store.lockDue(ReceivableStore.Due.OVERDUE, subjects, now);
    }

    public void park(Subject subject, String reason) {
        store.due(ReceivableStore.Due.OVERDUE).park(subject, reason);
    }

    public void unpark(Subject subject) {
        store.due(ReceivableStore.Due.OVERDUE).unpark(subject, clock.instant());
    }

    /** The contracts that stand on invoices; a monthly bill may have several. */
    @Transactional(readOnly = true)
    public Set<ContractId> contracts(List<Receivable> of) {
        return contracts(of.stream().map(r -> new Known(r.account(), r.invoice(), r.contract())));
    }

    /** The contracts that stand on invoices that were paid. */
    @Transactional(readOnly = true)
    public Set<ContractId> contracts(InvoicesPaid event) {
        return contracts(
                event.paid().stream().map(p -> new Known(p.account(), p.invoice(), p.contract())));
    }

    /** An invoice with its contract when it has only one. */
    private record Known(AccountId account, InvoiceId invoice, @Nullable ContractId contract) {}

    private Set<ContractId> contracts(Stream<Known> invoices) {
        var found = new HashSet<ContractId>();
        var several = new ArrayList<Known>();
        invoices.forEach(
                known -> {
                    if (known.contract() == null) {
                        several.add(known);
                    } else {
                        found.add(known.contract());
                    }
                });
        if (!several.isEmpty()) {
            found.addAll(
                    store.contracts(
                            several.stream().map(Known::account).toList(),
                            several.stream().map(Known::invoice).toList()));
        }
        return found;
    }

    /** The contracts of accounts for whose unpaid invoices a consequence was drawn already. */
    @Transactional(readOnly = true)
    public Set<ContractId> contractsPursued(Collection<AccountId> accounts) {
        return contracts(store.pursued(accounts));
    }

    /** The contract was suspended for it; the end is next. */
    public void suspendedFor(List<Receivable> receivables) {
        store.update(
                receivables.stream()
                        .map(r -> r.suspendedFor(dunning.end(r.dueOn(), r.zone())))
                        .toList());
    }

    /** The contract was ended for it: the claim goes to the list of the uncollectible. */
    public void givenUp(List<Receivable> receivables) {
        store.update(receivables.stream().map(Receivable::givenUp).toList());
    }
}
