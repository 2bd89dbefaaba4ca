package keiyaku.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import keiyaku.billing.Receivable;
import keiyaku.billing.Receivables;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.MovableClock;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A member pays by hand: the same two transactions as a planned collection, with a chunk of one.
 */
@Component
class PayingNow {

    private final MethodStore methods;
    private final ContractWayStore ways;
    private final PaymentStore payments;
    private final Receivables receivables;
    private final Attempts attempts;
    private final Collections collections;
    private final TransactionOperations transaction;
    private final Clock clock;

    PayingNow(
            MethodStore methods,
            ContractWayStore ways,
            PaymentStore payments,
            Receivables receivables,
            Attempts attempts,
            Collections collections,
            TransactionOperations transaction,
            MovableClock clock) {
        this.methods = methods;
        this.ways = ways;
        this.payments = payments;
        this.receivables = receivables;
        this.attempts = attempts;
        this.collections = collections;
        this.transaction = transaction;
        this.clock = clock;
    }

    Payment pay(AccountId account, InvoiceId invoice, @Nullable MethodId by) {
        var claimed =
                Objects.requireNonNull(transaction.execute(status -> claim(account, invoice, by)));
        collections.collect(List.of(claimed));
        return payments.payment(account, claimed.payment().id());
    }

    private Attempt claim(AccountId account, InvoiceId invoice, @Nullable MethodId by) {
        var now = clock.instant();
        var owed = owed(account, invoice);
        requireAtOnce(owed, by);
        var asked = new Attempts.Asked(true, owed.failures() > 0 ? owed.collectAt() : null, by);
        receivables.collectAt(account, invoice, now);
        return attempts.claim(lock(account, invoice, now), asked).stream()
                .findFirst()
                .orElseThrow(() -> refused("payment-in-progress"));
    }

    /** A debit takes the bank some days, and a deposit or transfer is the member's to send. */
    private void requireAtOnce(Receivable owed, @Nullable MethodId by) {
        if (by != null) {
            return;
        }
        var account = List.of(owed.account());
        var contract = owed.contract();
        var own = contract == null ? null : ways.of(account).get(contract);
        var kind = own == null ? methods.notAtOnce(account).get(owed.account()) : own;
        if (kind != null && kind != MethodKind.CARD && kind != MethodKind.WALLET) {
            throw new RefusedException(Refusal.of("not-at-once", Map.of("method", kind.code())));
        }
    }

    private Receivable owed(AccountId account, InvoiceId invoice) {
        var owed =
                receivables.of(account).stream()
                        .filter(r -> r.invoice().equals(invoice))
                        .findFirst()
                        .orElseThrow(() -> refused("invoice-unknown"));
        if (!owed.open().isPositive()) {
            throw refused("nothing-to-pay");
        }
        if (payments.inFlight(List.of(account)).contains(invoice)) {
            throw refused("payment-in-progress");
        }
        if (methods.of(account).isEmpty()) {
            throw refused("payment-method-required");
        }
        return owed;
    }

    private List<Receivable> lock(AccountId account, InvoiceId invoice, Instant now) {
        var subject = new Subject(account.value(), invoice.value());
        return receivables.lockCollectable(List.of(subject), now);
    }

    private static RefusedException refused(String code) {
        return new RefusedException(Refusal.of(code));
    }
}
