package keiyaku.contract;

import java.util.Objects;
import java.util.Optional;
import keiyaku.payment.ContractWays;
import keiyaku.payment.MethodKind;
import keiyaku.payment.Payment;
import keiyaku.payment.PaymentMethods;
import keiyaku.payment.PaymentState;
import keiyaku.payment.Payments;
import keiyaku.payment.Transfers;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.springframework.stereotype.Component;

/** How server contracts are paid: by the way chosen for each, and at once where that can be. */
@Component
class ServerPayments {

    private final ContractWays ways;
    private final PaymentMethods methods;
    private final Payments payments;
    private final Transfers transfers;

    ServerPayments(
            ContractWays ways, PaymentMethods methods, Payments payments, Transfers transfers) {
        this.transfers = transfers;
        this.ways = ways;
        this.methods = methods;
        this.payments = payments;
    }

    /**
     * From now on the contract is paid as was chosen for it; refused when the member has no such
     * method. Inside the transaction that chooses.
     */
    void chosen(Contract contract) {
        var hosting = contract.hosting();
        if (hosting != null) {
            ways.choose(contract.account(), contract.id(), hosting.payBy());
        }
    }

    /** As {@link #chosen(Contract)}, where it is another way than before. */
    void chosen(Contract before, Contract after) {
        var old = before.hosting();
        var now = after.hosting();
        if (old != null && now != null && old.payBy() != now.payBy()) {
            chosen(after);
        }
    }

    /**
     * Takes what is open of an invoice at once, outside of any transaction; opens a transfer.
     *
     * @return the code of the refusal, when the card or the wallet was refused
     */
    Optional<Refusal> take(AccountId account, InvoiceId invoice, MethodKind by) {
        if (by == MethodKind.TRANSFER) {
            // So that its data stand on the very next page; the run would open it as well.
            transfers.expect(account, invoice);
            return Optional.empty();
        }
        var method =
                methods.of(account).stream()
                        .filter(m -> m.kind() == by)
                        .findFirst()
                        .orElseThrow(() -> new RefusedException(missing(by)));
        try {
            return refusal(payments.payNow(account, invoice, method.id()), by);
        } catch (RefusedException e) {
            // The run was quicker and has it in hand, or has been paid already.
            if (e.refusal().code().equals("payment-in-progress")
                    || e.refusal().code().equals("nothing-to-pay")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Optional<Refusal> refusal(Payment payment, MethodKind by) {
        if (payment.state() != PaymentState.REFUSED) {
            return Optional.empty();
        }
        if (by == MethodKind.CARD) {
            return Optional.of(Refusal.of("card-refused"));
        }
        var revoked = Objects.equals(payment.reason(), "link-revoked");
        return Optional.of(Refusal.of(revoked ? "wallet-link-revoked" : "wallet-short"));
    }

    private static Refusal missing(MethodKind by) {
        return Refusal.of(
                by == MethodKind.WALLET ? "wallet-not-linked" : "payment-method-required");
    }
}
