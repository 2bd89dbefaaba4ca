package keiyaku.contract;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keiyaku.catalog.Catalog;
import keiyaku.catalog.Catalogs;
import keiyaku.run.DueWork;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens to contracts by itself: trial ends, reserved days, parts, renewals (B-40). */
@Component
@Order(10)
class ContractsDue implements DueWork {

    /** A COPY prepares its first thousand rows at some cost, and later ones for nothing. */
    private static final int CHUNK = 4_000;

    private final ContractStore store;
    private final Writing writing;
    private final Customers customers;
    private final Catalogs catalogs;
    private final Clock clock;

    ContractsDue(
            ContractStore store,
            Writing writing,
            Customers customers,
            Catalogs catalogs,
            Clock clock) {
        this.store = store;
        this.writing = writing;
        this.customers = customers;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "contracts";
    }

    @Override
    public Optional<Instant> nextDue() {
        return store.due().next();
    }

    @Override
    public List<Subject> due(Instant now, int limit) {
        return store.due().due(now, limit);
    }

    @Override
    public int chunkSize() {
        return CHUNK;
    }

    /**
     * The next event of each contract, and only that one: what falls due after it, even at the same
     * instant, is found again by the index.
     */
    @Override
    @Transactional
    public int perform(List<Subject> chunk, Instant now) {
        var catalog = catalogs.current();
        var contracts = store.lockDue(chunk, now, catalog);
        var known = customers.customers(contracts.stream().map(Contract::account).toList());
        var steps = new ArrayList<Writing.Step>(contracts.size());
        for (var contract : contracts) {
            steps.add(step(contract, catalog, Customers.of(known, contract.account())));
        }
        writing.update(steps, catalog.provider().currency().getCurrencyCode(), known);
        return steps.size();
    }

    private static Writing.Step step(Contract contract, Catalog catalog, Customer customer) {
        var product =
                catalog.product(contract.offer().product())
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "the catalog has no product "
                                                        + contract.offer().product()));
        var event = Schedule.next(contract).orElseThrow();
        var outcome = Life.happens(contract, event, new Sale(product, customer.abroad()));
        return new Writing.Step(contract, outcome, "run");
    }

    @Override
    @Transactional
    public void park(Subject subject, String reason) {
        store.due().park(subject, reason);
    }

    @Override
    @Transactional
    public void unpark(Subject subject) {
        var account = new AccountId(subject.account());
        var next =
                store.contract(account, new ContractId(subject.id()))
                        .flatMap(Schedule::nextInstant)
                        .orElse(clock.instant());
        store.due().unpark(subject, next);
    }
}
