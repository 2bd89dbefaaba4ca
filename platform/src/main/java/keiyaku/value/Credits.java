package keiyaku.value;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import keiyaku.catalog.Catalogs;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to credits: granted, held, and what became of them (S-1). */
@Component
public class Credits {

    private final CreditStore store;
    private final Catalogs catalogs;
    private final Clock clock;

    Credits(CreditStore store, Catalogs catalogs, Clock clock) {
        this.store = store;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /**
     * Grants a credit; it is used from the next invoice on.
     *
     * @throws keiyaku.shared.RefusedException method-not-allowed for an early-termination fee
     */
    @Transactional
    public Credit grant(CreditGrant grant) {
        var catalog = catalogs.current();
        Granting.check(grant, catalog);
        var now = clock.instant();
        var credit =
                new Credit(
                        grant.account(),
                        Ids.next(clock),
                        grant.name(),
                        grant.kind(),
                        grant.products(),
                        grant.amount(),
                        grant.amount(),
                        grant.from(),
                        grant.to(),
                        grant.source(),
                        now);
        store.insert(credit, CreditPlan.next(credit, now, catalog.provider().zone()).orElse(null));
        store.insert(
                List.of(
                        new CreditMovement(
                                credit.account(),
                                Ids.next(clock),
                                credit.id(),
                                CreditMovement.Kind.GRANTED,
                                credit.granted(),
                                null,
                                null,
                                now)));
        return credit;
    }

    /** All that were granted to an account, the newest first. */
    @Transactional(readOnly = true)
    public List<Credit> of(AccountId account) {
        return store.ofAccount(account);
    }

    /** What became of a credit, in order. */
    @Transactional(readOnly = true)
    public List<CreditMovement> history(AccountId account, UUID credit) {
        return store.movements(account, credit);
    }
}
