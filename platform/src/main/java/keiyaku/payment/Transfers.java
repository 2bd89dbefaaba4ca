package keiyaku.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import keiyaku.billing.Receivables;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to invoices that are paid by bank transfer (P-10). A contract whose way is a transfer
 * ({@link ContractWays}) gets one for each of its invoices by itself; when one lapses, its invoice
 * is taken back and {@link TransferLapsed} is published.
 */
@Component
public class Transfers {

    private final TransferStore store;
    private final AwaitedTransfers awaited;
    private final PaymentStore payments;
    private final Receivables receivables;
    private final BankingDays days;

    Transfers(
            TransferStore store,
            AwaitedTransfers awaited,
            PaymentStore payments,
            Receivables receivables,
            BankingDays days) {
        this.store = store;
        this.awaited = awaited;
        this.payments = payments;
        this.receivables = receivables;
        this.days = days;
    }

    /**
     * The transfer for an invoice: asked twice, the same one. Nothing is collected by a method from
     * then on. Refused with {@code invoice-unknown}, {@code nothing-to-pay} or {@code
     * payment-in-progress}.
     */
    @Transactional
    public Transfer expect(AccountId account, InvoiceId invoice) {
        var known = store.ofInvoice(account, invoice);
        if (known.isPresent()) {
            return known.get();
        }
        if (!receivables.of(account, List.of(invoice)).containsKey(invoice)) {
            throw new RefusedException(Refusal.of("invoice-unknown"));
        }
        var owed =
                receivables.lockUnpaid(account).stream()
                        .filter(r -> r.invoice().equals(invoice))
                        .findFirst()
                        .orElseThrow(() -> new RefusedException(Refusal.of("nothing-to-pay")));
        if (payments.inFlight(List.of(account)).contains(invoice)) {
            throw new RefusedException(Refusal.of("payment-in-progress"));
        }
        receivables.takeOff(List.of(owed));
        return awaited.await(owed);
    }

    @Transactional(readOnly = true)
    public Optional<Transfer> ofInvoice(AccountId account, InvoiceId invoice) {
        return store.ofInvoice(account, invoice);
    }

    /** The latest of a contract. */
    @Transactional(readOnly = true)
    public Optional<Transfer> ofContract(AccountId account, ContractId contract) {
        return of(account).stream().filter(t -> Objects.equals(t.contract(), contract)).findFirst();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Transfer> of(AccountId account) {
        return store.of(account);
    }

    /** By when one that is made on a day is confirmed: on the bank's next day. */
    public LocalDate confirmedBy(LocalDate transferredOn) {
        return days.after(transferredOn, 1);
    }
}
