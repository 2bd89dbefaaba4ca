package keiyaku.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is open of an invoice, and what comes next.
 *
 * @param contract null for a bill of several contracts
 * @param settledInside paid from the balance or against another invoice, not by a method
 * @param open still to be paid; below zero: still to be given back
 * @param failures how often a collection failed
 * @param collectAt when the next collection is due; null when none is planned
 * @param overdueStage 0 until the contract was suspended for it, 1 until it was ended, then 2
 */
public record Receivable(
        AccountId account,
        InvoiceId invoice,
        @Nullable ContractId contract,
        ZoneId zone,
        InvoiceState state,
        Money total,
        Money settledInside,
        Money open,
        LocalDate dueOn,
        int failures,
        @Nullable Instant firstFailedAt,
        @Nullable Instant collectAt,
        @Nullable Instant overdueAt,
        int overdueStage) {

    /** Collected (or, below zero, given back) through a payment method. */
    public Money settled() {
        return total.minus(settledInside).minus(open);
    }

    static Receivable of(Invoice invoice, Dunning dunning) {
        var total = invoice.amounts().total();
        var zero = Money.zero(total.currency());
        var toCollect = !total.isZero();
        return new Receivable(
                invoice.account(),
                invoice.id(),
                Charge.onlyContract(invoice.charges()),
                invoice.zone(),
                toCollect ? InvoiceState.OPEN : InvoiceState.PAID,
                total,
                zero,
                total,
                invoice.dueOn(),
                0,
                null,
                toCollect ? invoice.issuedAt() : null,
                total.isPositive() ? dunning.suspension(invoice.dueOn(), invoice.zone()) : null,
                0);
    }

    /** A part of the open amount is settled; at zero nothing is left to do. */
    Receivable settledBy(Money amount) {
        return withOpen(settledInside, open.minus(amount));
    }

    Receivable usingBalance(Money amount) {
        return withOpen(settledInside.plus(amount), open.minus(amount));
    }

    Receivable failedAt(Instant at, @Nullable Instant nextTry) {
        return new Receivable(
                account,
                invoice,
                contract,
                zone,
                state,
                total,
                settledInside,
                open,
                dueOn,
                failures + 1,
                firstFailedAt == null ? at : firstFailedAt,
                nextTry,
                overdueAt,
                overdueStage);
    }

    Receivable collectedNext(@Nullable Instant at) {
        return new Receivable(
                account,
                invoice,
                contract,
                zone,
                state,
                total,
                settledInside,
                open,
                dueOn,
                failures,
                firstFailedAt,
                at,
                overdueAt,
                overdueStage);
    }

    Receivable suspendedFor(Instant endAt) {
        return new Receivable(
                account,
                invoice,
                contract,
                zone,
                state,
                total,
                settledInside,
                open,
                dueOn,
                failures,
                firstFailedAt,
                collectAt,
                endAt,
                1);
    }

    /** Given up: the claim goes to a list, and can still be paid. */
    Receivable givenUp() {
        return new Receivable(
                account,
                invoice,
                contract,
                zone,
                InvoiceState.UNCOLLECTIBLE,
                total,
                settledInside,
                open,
                dueOn,
                failures,
                firstFailedAt,
                null,
                null,
                2);
    }

    /** What was settled is open again; nothing is collected by itself (B-23). */
    Receivable reopened(Money amount, Instant overdue) {
        return new Receivable(
                account,
                invoice,
                contract,
                zone,
                InvoiceState.OPEN,
                total,
                settledInside,
                open.plus(amount),
                dueOn,
                failures + 1,
                firstFailedAt,
                null,
                overdue,
                0);
    }

    /** Nothing is left of the invoice: it was taken back. */
    Receivable voided() {
        return withState(InvoiceState.VOID);
    }

    private Receivable withState(InvoiceState other) {
        return new Receivable(
                account,
                invoice,
                contract,
                zone,
                other,
                total,
                settledInside,
                open,
                dueOn,
                failures,
                firstFailedAt,
                null,
                null,
                overdueStage);
    }

    private Receivable withOpen(Money balance, Money left) {
        var done = left.isZero();
        var byMethod = total.minus(balance).minus(left);
        var doneState = byMethod.isNegative() ? InvoiceState.REFUNDED : InvoiceState.PAID;
        return new Receivable(
                account,
                invoice,
                contract,
                zone,
                done ? doneState : state,
                total,
                balance,
                left,
                dueOn,
                failures,
                firstFailedAt,
                done ? null : collectAt,
                done ? null : overdueAt,
                overdueStage);
    }
}
