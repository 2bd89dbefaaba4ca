package keiyaku.value;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import keiyaku.catalog.Catalogs;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.InvoiceId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to discounts: granted, held, and where they were applied (S-3). */
@Component
public class Discounts {

    private final DiscountStore store;
    private final ReductionStore reductions;
    private final Catalogs catalogs;
    private final Clock clock;

    Discounts(DiscountStore store, ReductionStore reductions, Catalogs catalogs, Clock clock) {
        this.store = store;
        this.reductions = reductions;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /** Where a discount was applied: on which invoice, and how much. */
    public record Applied(InvoiceId invoice, Reduction reduction) {}

    /** Grants a discount; it lowers charges whose first day lies in its time. */
    @Transactional
    public Discount grant(DiscountGrant grant) {
        var catalog = catalogs.current();
        Granting.check(grant, catalog);
        var discount =
                new Discount(
                        grant.account(),
                        Ids.next(clock),
                        grant.name(),
                        grant.off(),
                        grant.products(),
                        grant.condition(),
                        grant.from(),
                        grant.until(),
                        grant.source(),
                        clock.instant());
        store.insert(discount, catalog.provider().currency());
        return discount;
    }

    /** All that were granted to an account, the newest first. */
    @Transactional(readOnly = true)
    public List<Discount> of(AccountId account) {
        return store.ofAccount(account);
    }

    /** Where it was applied, the newest first. */
    @Transactional(readOnly = true)
    public List<Applied> history(AccountId account, UUID discount) {
        return reductions.ofGrant(account, discount).stream()
                .map(row -> new Applied(row.invoice(), row.reduction()))
                .toList();
    }
}
