package keiyaku.payment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import keiyaku.shared.ContractId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * From which payments an amount is given back: those of the invoice that is corrected, then those
 * of the same contract before the account's others, the newest first, each up to what is left of
 * it.
 */
final class RefundSources {

    private RefundSources() {}

    record Part(Payment payment, Money amount) {}

    static List<Part> parts(
            List<Payment> captured,
            @Nullable ContractId contract,
            @Nullable InvoiceId corrected,
            Money toGiveBack) {
        var parts = new ArrayList<Part>();
        var left = toGiveBack;
        for (var payment : inOrder(captured, contract, corrected)) {
            var available = payment.amount().minus(payment.refunded());
            var amount = available.compareTo(left) < 0 ? available : left;
            if (amount.isPositive()) {
                parts.add(new Part(payment, amount));
                left = left.minus(amount);
            }
        }
        return parts;
    }

    private static List<Payment> inOrder(
            List<Payment> captured, @Nullable ContractId contract, @Nullable InvoiceId corrected) {
        var paidForItFirst = Comparator.comparing((Payment p) -> !p.invoice().equals(corrected));
        var sameContractFirst =
                Comparator.comparing((Payment p) -> !Objects.equals(p.contract(), contract));
        return captured.stream()
                .sorted(
                        paidForItFirst
                                .thenComparing(sameContractFirst)
                                .thenComparing(Payment::at, Comparator.reverseOrder())
                                .thenComparing(p -> p.id().value(), Comparator.reverseOrder()))
                .toList();
    }
}
