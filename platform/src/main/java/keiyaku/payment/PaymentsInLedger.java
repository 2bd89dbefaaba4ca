package keiyaku.payment;

import java.util.Comparator;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import keiyaku.billing.Ledger;
import keiyaku.database.Invariant;
import keiyaku.payment.InvariantStore.Net;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What money moved is what the ledger says: both are read side by side in one order, so that memory
 * stays flat.
 */
final class PaymentsInLedger implements Invariant {

    /** As the database orders ids: by their digits, not as signed numbers. */
    private static final Comparator<Net> ORDER =
            Comparator.comparing((Net net) -> net.account().value().toString())
                    .thenComparing(net -> net.amount().currency().getCurrencyCode());

    private final String name;
    private final String says;
    private final Supplier<Stream<Net>> moved;
    private final Supplier<Stream<Ledger.Balance>> posted;

    PaymentsInLedger(
            String name,
            String says,
            Supplier<Stream<Net>> moved,
            Supplier<Stream<Ledger.Balance>> posted) {
        this.name = name;
        this.says = says;
        this.moved = moved;
        this.posted = posted;
    }

    @Configuration(proxyBeanMethods = false)
    static class Both {

        @Bean
        Invariant paymentsInLedger(InvariantStore store, Ledger ledger) {
            return new PaymentsInLedger(
                    "payment-in-ledger",
                    "Captured payments less refunds and payouts are the ledger's cash in transit,"
                            + " by account.",
                    store::nets,
                    ledger::cashInTransit);
        }

        @Bean
        Invariant bankInLedger(InvariantStore store, Ledger ledger) {
            return new PaymentsInLedger(
                    "bank-in-ledger",
                    "Debits, deposits and payouts less what was sent back are the ledger's bank, by"
                            + " account.",
                    store::atBank,
                    ledger::atBank);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String says() {
        return says;
    }

    @Override
    public long check(Consumer<Finding> findings) {
        try (var ours = moved.get();
                var theirs = posted.get()) {
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
