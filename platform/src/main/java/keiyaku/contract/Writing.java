package keiyaku.contract;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import keiyaku.billing.Invoice;
import keiyaku.billing.InvoiceDraft;
import keiyaku.billing.Invoices;
import keiyaku.catalog.Catalogs;
import keiyaku.catalog.InvoiceTiming;
import keiyaku.catalog.Product;
import keiyaku.shared.AccountId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Writes what rules decided, set-wise and in the caller's transaction: contracts, their changes,
 * invoices, what product sites and members are told. One command is a list of one (B-41).
 */
@Component
class Writing {

    private final ContractStore contracts;
    private final ChangeStore changes;
    private final WorkspaceStore workspaces;
    private final Invoices invoices;
    private final ServerWriting servers;
    private final Telling telling;
    private final Catalogs catalogs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Writing(
            ContractStore contracts,
            ChangeStore changes,
            WorkspaceStore workspaces,
            Invoices invoices,
            ServerWriting servers,
            Telling telling,
            Catalogs catalogs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.contracts = contracts;
        this.changes = changes;
        this.workspaces = workspaces;
        this.invoices = invoices;
        this.servers = servers;
        this.telling = telling;
        this.catalogs = catalogs;
        this.events = events;
        this.clock = clock;
    }

    /** A decision about a contract: as it was read (a new one: as it is), what follows, by whom. */
    record Step(Contract before, Outcome outcome, String by) {}

    void insert(
            List<Outcome> outcomes,
            String currency,
            String by,
            Map<AccountId, Customer> customers) {
        var steps = outcomes.stream().map(o -> new Step(o.contract(), o, by)).toList();
        contracts.insert(outcomes.stream().map(o -> row(numbered(o), currency)).toList());
        finish(steps, customers, true);
    }

    /** Writes the steps of a chunk; at most one a contract. */
    void update(List<Step> steps, String currency, Map<AccountId, Customer> customers) {
        if (steps.isEmpty()) {
            return;
        }
        contracts.update(
                steps.stream().map(s -> row(s.before(), currency)).toList(),
                steps.stream().map(s -> row(numbered(s.outcome()), currency)).toList());
        finish(steps, customers, false);
    }

    private void finish(List<Step> steps, Map<AccountId, Customer> customers, boolean firstOfAll) {
        var now = clock.instant();
        var facts = new ArrayList<Change>();
        var drafts = new ArrayList<InvoiceDraft>();
        var marked = new ArrayList<ChargesMarked.Marked>();
        var byTheMonth =
                steps.stream().allMatch(s -> s.outcome().charges().isEmpty())
                        ? Set.<String>of()
                        : productsOfMonthlyBill();
        for (var step : steps) {
            facts.addAll(changes(step, now, firstOfAll));
            if (byTheMonth.contains(step.outcome().contract().offer().product())) {
                marked(step.outcome(), now).ifPresent(marked::add);
            } else {
                draft(step.outcome(), customers, now).ifPresent(drafts::add);
            }
            release(step.outcome().contract());
        }
        changes.insert(facts);
        List<Invoice> issued = invoices.issue(drafts);
        if (!marked.isEmpty()) {
            events.publishEvent(new ChargesMarked(marked));
        }
        servers.write(steps, issued);
        telling.tell(steps, facts);
    }

    private static ContractStore.Row row(Contract contract, String currency) {
        return ContractStore.Row.of(contract, currency);
    }

    private static Contract numbered(Outcome outcome) {
        var contract = outcome.contract();
        return contract.withChanges(contract.changes() + outcome.facts().size());
    }

    private static List<Change> changes(Step step, Instant now, boolean firstOfAll) {
        var contract = step.outcome().contract();
        var list = new ArrayList<Change>();
        long seq = contract.changes();
        for (var fact : step.outcome().facts()) {
            seq++;
            list.add(
                    new Change(
                            contract.account(),
                            contract.id(),
                            seq,
                            fact.type(),
                            firstOfAll ? null : step.before().state(),
                            contract.state(),
                            fact.on(),
                            now,
                            step.by(),
                            fact.details()));
        }
        return list;
    }

    /** The invoice is dated with the day on which it is made, in the contract's zone. */
    private static Optional<InvoiceDraft> draft(
            Outcome outcome, Map<AccountId, Customer> customers, Instant now) {
        if (outcome.charges().isEmpty()) {
            return Optional.empty();
        }
        var contract = outcome.contract();
        var customer = Customers.of(customers, contract.account());
        return Optional.of(
                new InvoiceDraft(
                        contract.account(),
                        customer.payer(),
                        outcome.charges().getFirst().amount().currency(),
                        contract.zone(),
                        now.atZone(contract.zone()).toLocalDate(),
                        outcome.charges()));
    }

    private Set<String> productsOfMonthlyBill() {
        return catalogs.current().products().stream()
                .filter(product -> product.invoice() == InvoiceTiming.MONTHLY_BILL)
                // A server's terms begin when they are paid, which cannot wait for a month's end.
                .filter(product -> product.renewal() == null)
                .map(Product::code)
                .collect(Collectors.toSet());
    }

    private static Optional<ChargesMarked.Marked> marked(Outcome outcome, Instant now) {
        var contract = outcome.contract();
        return outcome.charges().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ChargesMarked.Marked(
                                contract.account(),
                                contract.zone(),
                                now.atZone(contract.zone()).toLocalDate(),
                                outcome.charges()));
    }

    private void release(Contract contract) {
        if (contract.state() == ContractState.ENDED) {
            workspaces
                    .workspace(contract.account(), contract.id())
                    .ifPresent(w -> workspaces.release(w.name()));
        }
    }
}
