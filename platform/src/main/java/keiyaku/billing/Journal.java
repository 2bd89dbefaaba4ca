package keiyaku.billing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import keiyaku.billing.JournalEntry.Kind;
import keiyaku.billing.JournalEntry.Posting;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;

/** Which accounts each movement touches. */
final class Journal {

    private Journal() {}

    static JournalEntry issued(UUID id, Invoice invoice) {
        return issued(id, invoice, Kind.INVOICE);
    }

    /** As an invoice, with all signs turned by its amounts. */
    static JournalEntry credited(UUID id, Invoice note) {
        return issued(id, note, Kind.CREDIT_NOTE);
    }

    private static JournalEntry issued(UUID id, Invoice invoice, Kind kind) {
        Map<String, Money> credits = new LinkedHashMap<>();
        for (var charge : invoice.charges()) {
            credits.merge(credited(charge), charge.amount().negated(), Money::plus);
        }
        credits.merge(LedgerAccount.DISCOUNTS, invoice.amounts().discount(), Money::plus);
        credits.merge(LedgerAccount.CREDITS, invoice.amounts().credit(), Money::plus);
        for (var tax : invoice.amounts().taxes()) {
            credits.merge(
                    LedgerAccount.taxPayable(tax.category()), tax.tax().negated(), Money::plus);
        }
        var postings = new ArrayList<Posting>();
        postings.add(receivable(invoice.amounts().total(), invoice.id().value()));
        credits.forEach(
                (account, amount) -> {
                    if (!amount.isZero()) {
                        postings.add(new Posting(account, amount, null));
                    }
                });
        return new JournalEntry(
                id, invoice.account(), kind, invoice.id().value(), invoice.issuedAt(), postings);
    }

    private static String credited(Charge charge) {
        if (charge.product().equals(Consolidation.PRODUCT)) {
            return LedgerAccount.PAID_FOR_MEMBERS;
        }
        return charge.kind() == ChargeKind.EARLY_TERMINATION_FEE
                ? LedgerAccount.FEES
                : LedgerAccount.revenue(charge.product());
    }

    /** What is open of a member's invoice is its managing account's to pay. */
    static JournalEntry passedOn(UUID id, Settlement settlement) {
        return settling(id, Kind.PASSED_ON, LedgerAccount.PAID_FOR_MEMBERS, settlement);
    }

    /** Money on its way from the gateway; below zero it is a refund on its way to the member. */
    static JournalEntry moved(UUID id, Settlement settlement) {
        var amount = settlement.amount();
        return new JournalEntry(
                id,
                settlement.account(),
                amount.isNegative() ? Kind.REFUND : Kind.PAYMENT,
                settlement.reference(),
                settlement.at(),
                List.of(
                        new Posting(LedgerAccount.CASH_IN_TRANSIT, amount, null),
                        receivable(amount.negated(), settlement.invoice().value())));
    }

    /** Money that the bank has collected for us. */
    static JournalEntry collectedByBank(UUID id, Settlement settlement) {
        return settling(id, Kind.PAYMENT, LedgerAccount.BANK, settlement);
    }

    /** What a deposit pays of an invoice. */
    static JournalEntry depositUsed(UUID id, Settlement settlement) {
        return settling(id, Kind.DEPOSIT_USED, LedgerAccount.DEPOSITS, settlement);
    }

    /** Money that came into the bank for a member; below zero it was sent back. */
    static JournalEntry deposited(
            UUID id, AccountId account, UUID reference, Money amount, Instant at) {
        return new JournalEntry(
                id,
                account,
                amount.isNegative() ? Kind.DEPOSIT_RETURNED : Kind.DEPOSIT,
                reference,
                at,
                List.of(
                        new Posting(LedgerAccount.BANK, amount, null),
                        new Posting(LedgerAccount.DEPOSITS, amount.negated(), null)));
    }

    private static JournalEntry settling(UUID id, Kind kind, String from, Settlement settlement) {
        var amount = settlement.amount();
        return new JournalEntry(
                id,
                settlement.account(),
                kind,
                settlement.reference(),
                settlement.at(),
                List.of(
                        new Posting(from, amount, null),
                        receivable(amount.negated(), settlement.invoice().value())));
    }

    /** An amount above zero that is used from the member's balance, below zero is kept in it. */
    static JournalEntry fromBalance(UUID id, Settlement settlement) {
        var amount = settlement.amount();
        return new JournalEntry(
                id,
                settlement.account(),
                amount.isNegative() ? Kind.BALANCE_KEPT : Kind.BALANCE_USED,
                settlement.reference(),
                settlement.at(),
                List.of(
                        new Posting(LedgerAccount.DEPOSITS, amount, null),
                        receivable(amount.negated(), settlement.invoice().value())));
    }

    /** What one invoice gives back pays another of the same account. */
    static JournalEntry offset(
            UUID id, AccountId account, UUID giving, UUID paid, Money amount, Instant at) {
        return new JournalEntry(
                id,
                account,
                Kind.OFFSET,
                id,
                at,
                List.of(receivable(amount, giving), receivable(amount.negated(), paid)));
    }

    static long postingCount(Collection<JournalEntry> entries) {
        return entries.stream().mapToLong(e -> e.postings().size()).sum();
    }

    private static Posting receivable(Money amount, UUID invoice) {
        return new Posting(LedgerAccount.RECEIVABLE, amount, invoice);
    }
}
