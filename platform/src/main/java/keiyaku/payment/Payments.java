package keiyaku.payment;

import java.util.List;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to what was collected and given back, and to paying by hand (B-20 to B-22). */
@Component
public class Payments {

    private final PaymentStore payments;
    private final RefundStore refunds;
    private final PayingNow payingNow;

    Payments(PaymentStore payments, RefundStore refunds, PayingNow payingNow) {
        this.payments = payments;
        this.refunds = refunds;
        this.payingNow = payingNow;
    }

    /**
     * Collects what is open of an invoice at once, by the default method; the answer may be that
     * the outcome is not known yet. Refused with {@code invoice-unknown}, {@code nothing-to-pay},
     * {@code payment-in-progress} or {@code payment-method-required}.
     */
    @Transactional(propagation = Propagation.NEVER)
    public Payment payNow(AccountId account, InvoiceId invoice) {
        return payingNow.pay(account, invoice);
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
