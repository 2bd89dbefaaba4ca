package keiyaku.payment;

import java.util.List;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to what was collected and given back, and to paying by hand (B-20 to B-22). */
@Component
public class Payments {

    private final PaymentStore payments;
    private final RefundStore refunds;
    private final PayingNow payingNow;
    private final WalletLinks wallets;

    Payments(PaymentStore payments, RefundStore refunds, PayingNow payingNow, WalletLinks wallets) {
        this.payments = payments;
        this.refunds = refunds;
        this.payingNow = payingNow;
        this.wallets = wallets;
    }

    /**
     * Collects what is open of an invoice at once, by the default method; the answer may be that
     * the outcome is not known yet. Refused with {@code invoice-unknown}, {@code nothing-to-pay},
     * {@code payment-in-progress} or {@code payment-method-required}.
     */
    @Transactional(propagation = Propagation.NEVER)
    public Payment payNow(AccountId account, InvoiceId invoice) {
        return payingNow.pay(account, invoice, null);
    }

    /** As {@link #payNow}, by a method of the member's choice; one of cards and wallets. */
    @Transactional(propagation = Propagation.NEVER)
    public Payment payNow(AccountId account, InvoiceId invoice, MethodId by) {
        return payingNow.pay(account, invoice, by);
    }

    /**
     * Takes what is open of an invoice from the member's wallet (P-9). Refused with {@code
     * wallet-not-linked}, {@code wallet-short} or {@code wallet-link-revoked} besides.
     */
    @Transactional(propagation = Propagation.NEVER)
    public Payment payFromWallet(AccountId account, InvoiceId invoice) {
        var payment = payingNow.pay(account, invoice, wallets.linked(account).id());
        var reason = payment.reason();
        if (reason != null && payment.state() == PaymentState.REFUSED) {
            var code = reason.equals("link-revoked") ? "wallet-link-revoked" : reason;
            throw new RefusedException(Refusal.of(code));
        }
        return payment;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Payment> of(AccountId account, int limit) {
        return payments.of(account, limit);
    }

    /** Each try, the first one first. */
    @Transactional(readOnly = true)
    public List<Payment> ofInvoice(AccountId account, InvoiceId invoice) {
        return payments.ofInvoice(account, invoice);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Refund> refundsOf(AccountId account, int limit) {
        return refunds.of(account, limit);
    }
}
