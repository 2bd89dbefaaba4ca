package keiyaku.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * A bank transfer that is awaited for one invoice (P-10).
 *
 * @param to the account to transfer to: its number is this transfer's alone
 * @param holder of that account, in half-width kana
 * @param received so much has come so far, also what came too late or twice
 * @param lastOn the last day on which to transfer
 */
public record Transfer(
        AccountId account,
        UUID id,
        InvoiceId invoice,
        @Nullable ContractId contract,
        BankAccount to,
        String holder,
        Money amount,
        Money received,
        TransferState state,
        LocalDate lastOn,
        Instant createdAt) {

    /** By what the deposit is known: branch and account number in one. */
    public String reference() {
        return to.branchCode() + to.number();
    }

    /** What is still to come. */
    public Money left() {
        var left = amount.minus(received);
        return left.isNegative() ? Money.zero(amount.currency()) : left;
    }

    Transfer withReceived(Money sum, TransferState then) {
        return new Transfer(
                account, id, invoice, contract, to, holder, amount, sum, then, lastOn, createdAt);
    }
}
