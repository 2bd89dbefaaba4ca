package keiyaku.billing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import keiyaku.shared.AccountId;
import keiyaku.shared.Period;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Consolidated billing: what is open of members' invoices becomes a bill of their managing
 * account. Each side is an entry that balances by itself, against the account of what was paid for
 * members, since accounts may be on different machines; in all accounts together that one is zero.
 * The members' invoices stay the tax documents, so the bill has no tax.
 */
@Component
public class Consolidation {

    /** The product under which a bill of a managing account names its members' invoices. */
    public static final String PRODUCT = "consolidated";

    private final Invoices invoices;
    private final Receivables receivables;
    private final Clock clock;

    Consolidation(Invoices invoices, Receivables receivables, Clock clock) {
        this.invoices = invoices;
        this.receivables = receivables;
        this.clock = clock;
    }

    /** For whom a bill is made out. */
    public record Billed(AccountId account, Payer payer) {}

    /**
     * Passes on what is open of locked receivables; one bill for each manager.
     *
     * @param names of the members, as the bill shows them
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void passOn(
            List<Receivable> owed, Map<AccountId, Billed> managers, Map<AccountId, String> names) {
        var numbers =
                invoices.numbers(
                        owed.stream().map(Receivable::account).distinct().toList(),
                        owed.stream().map(Receivable::invoice).toList());
        var byManager = new LinkedHashMap<Billed, List<Charge>>();
        for (var receivable : owed) {
            var manager = managers.get(receivable.account());
            if (manager == null) {
                throw new IllegalArgumentException("nobody manages " + receivable.account());
            }
            var item =
                    numbers.getOrDefault(receivable.invoice(), "")
                            + " "
                            + names.getOrDefault(receivable.account(), "");
            byManager
                    .computeIfAbsent(manager, m -> new ArrayList<>())
                    .add(charge(manager, receivable, item.strip()));
        }
        var zone = owed.getFirst().zone();
        var today = clock.instant().atZone(zone).toLocalDate();
        var currency = owed.getFirst().open().currency();
        invoices.issue(
                byManager.entrySet().stream()
                        .map(
                                e ->
                                        new InvoiceDraft(
                                                e.getKey().account(),
                                                e.getKey().payer(),
                                                currency,
                                                zone,
                                                today,
                                                e.getValue()))
                        .toList());
        receivables.paidByManager(owed);
    }

    private Charge charge(Billed manager, Receivable owed, String item) {
        var today = clock.instant().atZone(owed.zone()).toLocalDate();
        return new Charge(
                manager.account(),
                null,
                PRODUCT,
                ChargeKind.ONE_OFF,
                item,
                new Period(today, today.plusDays(1)),
                1,
                TaxCategories.OUTSIDE,
                new Computation.WholePeriod(owed.open(), 1),
                0);
    }
}
