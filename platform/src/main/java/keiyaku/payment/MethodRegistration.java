package keiyaku.payment;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import keiyaku.payment.MethodStore.Kept;
import keiyaku.payment.PaymentMethod.Means;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.MovableClock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes down a method that whoever holds the money has agreed to. */
@Component
class MethodRegistration {

    private final MethodStore store;
    private final UnplannedInvoices unplanned;
    private final TransactionOperations transaction;
    private final Clock clock;

    MethodRegistration(
            MethodStore store,
            UnplannedInvoices unplanned,
            TransactionOperations transaction,
            MovableClock clock) {
        this.store = store;
        this.unplanned = unplanned;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is registered, and by which name whoever holds the money knows it. */
    record Agreed(Means means, String gateway, String token) {}

    /**
     * In a transaction of its own.
     *
     * @param takesOver whether it pays from now on; the first method does in any case
     */
    PaymentMethod register(AccountId account, Agreed agreed, boolean takesOver) {
        try {
            return inTransaction(() -> insert(account, agreed, takesOver));
        } catch (DuplicateKeyException e) {
            // Another first method came at the same moment; now there is one to stand beside.
            return inTransaction(() -> insert(account, agreed, takesOver));
        }
    }

    /** In the caller's transaction. */
    PaymentMethod insert(AccountId account, Agreed agreed, boolean takesOver) {
        var first = store.lock(account).isEmpty();
        var now = clock.instant();
        var method =
                new PaymentMethod(
                        account, new MethodId(Ids.next(clock)), agreed.means(), first, now);
        store.insert(new Kept(method, agreed.gateway(), agreed.token()));
        if (takesOver) {
            takeOver(account, method.id());
        }
        return store.find(account, method.id()).orElseThrow();
    }

    /** It pays from now on; what failed before and is planned no more is tried by it at once. */
    void takeOver(AccountId account, MethodId method) {
        store.setDefault(account, method);
        unplanned.collect(account, clock.instant());
    }

    private PaymentMethod inTransaction(Supplier<PaymentMethod> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
