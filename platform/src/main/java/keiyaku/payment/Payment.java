package keiyaku.payment;

import java.time.Instant;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * One collection of what was open of an invoice.
 *
 * @param attempt which try of this invoice it is, from 1
 * @param paidBy null when the account had no method
 * @param reason why it was refused; null unless it was
 * @param byMember the member asked for it, rather than the plan
 * @param refunded given back of it, or on the way back
 */
public record Payment(
        AccountId account,
        PaymentId id,
        InvoiceId invoice,
        @Nullable ContractId contract,
        int attempt,
        @Nullable PaidBy paidBy,
        Money amount,
        Money refunded,
        PaymentState state,
        @Nullable String reason,
        boolean byMember,
        Instant at,
        @Nullable Instant finishedAt) {

    /** The reason of a payment for which there was nothing to collect with. */
    static final String NO_METHOD = "no-payment-method";

    /** The method as it was then; it may have been removed since. */
    public record PaidBy(
            MethodId method, MethodKind kind, @Nullable CardBrand brand, String last4) {

        static PaidBy of(PaymentMethod method) {
            var card = method.card();
            return new PaidBy(
                    method.id(),
                    method.kind(),
                    card == null ? null : card.brand(),
                    method.means().ending());
        }
    }
}
