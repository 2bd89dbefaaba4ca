package keiyaku.payment;

import java.util.Comparator;
import java.util.Iterator;
import java.util.function.Consumer;
import keiyaku.billing.Ledger;
import keiyaku.database.Invariant;
import keiyaku.payment.InvariantStore.Net;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was captured, less what was given back, is what the ledger says is on its way from the
 * gateway. Both are read side by side in one order, so that memory stays flat.
 */
@Component
class PaymentsInLedger implements Invariant {

    /** As the database orders ids: by their digits, not as signed numbers. */
    private static final Comparator<Net> ORDER =
            Comparator.comparing((Net net) -> net.account().value().toString())
                    .thenComparing(net -> net.amount().currency().getCurrencyCode());

    private final InvariantStore store;
    private final Ledger ledger;

    PaymentsInLedger(InvariantStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "payment-in-ledger";
    }

    @Override
    public String says() {
        return "Captured payments less refunds are the ledger's cash in transit, by account.";
    }

    @Override
    public long check(Consumer<Finding> findings) {
        try (var ours = store.nets();
                var theirs = ledger.cashInTransit()) {
            return compare(
                    ours.iterator(),
                    theirs.map(balance -> new Net(balance.account(), balance.amount())).iterator(),
                    findings);
        }
    }

    private static long compare(
            Iterator<Net> ours, Iterator<Net> theirs, Consumer<Finding> findings) {
        long count = 0;
        var our = next(ours);
        var their = next(theirs);
        while (our != null || their != null) {
            int order = our == null ? 1 : their == null ? -1 : ORDER.compare(our, their);
            var paid = order <= 0 ? our : null;
            var posted = order >= 0 ? their : null;
            tell(paid, posted, findings);
            our = order <= 0 ? next(ours) : our;
            their = order >= 0 ? next(theirs) : their;
            count++;
        }
        return count;
    }

    private static void tell(@Nullable Net paid, @Nullable Net posted, Consumer<Finding> findings) {
        if (paid != null && paid.equals(posted)) {
            return;
        }
        findings.accept(
                new Finding(
                        account(paid, posted).toString(),
                        "paid " + amount(paid) + ", the ledger says " + amount(posted)));
    }

    private static AccountId account(@Nullable Net paid, @Nullable Net posted) {
        if (paid != null) {
            return paid.account();
        }
        if (posted != null) {
            return posted.account();
        }
        throw new IllegalArgumentException("neither side");
    }

    private static String amount(@Nullable Net net) {
        Money amount = net == null ? null : net.amount();
        return amount == null ? "nothing" : amount.toString();
    }

    private static @Nullable Net next(Iterator<Net> all) {
        return all.hasNext() ? all.next() : null;
    }
}
