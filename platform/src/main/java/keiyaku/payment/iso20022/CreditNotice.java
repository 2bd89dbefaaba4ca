package keiyaku.payment.iso20022;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * Transfers that came in, as camt.054 tells of them (BankToCustomerDebitCreditNotification). Read
 * is what is needed; what else stands in a message is passed over, but its sums have to agree.
 */
public record CreditNotice(List<Entry> entries) {

    public CreditNotice {
        entries = List.copyOf(entries);
    }

    /**
     * One booked credit.
     *
     * @param reference the bank's, which makes it one
     * @param into the account that was paid into, by its virtual number where there is one
     * @param reversed it takes back an earlier one
     */
    public record Entry(
            String reference,
            String into,
            Money amount,
            LocalDate bookedOn,
            LocalDate valueOn,
            String payer,
            String message,
            boolean reversed) {}

    /**
     * @throws keiyaku.payment.zengin.WrongFileException with line, column and element, when
     *     anything is wrong; then nothing of it counts
     */
    public static CreditNotice read(byte[] content) {
        var reading = Reading.of(content, "camt\\.054\\.001", "BkToCstmrDbtCdtNtfctn");
        var entries = new ArrayList<Entry>();
        while (reading.next()) {
            if (reading.name().equals("Ntfctn")) {
                entries.addAll(notification(reading));
            } else {
                reading.skip();
            }
        }
        return new CreditNotice(entries);
    }

    private static List<Entry> notification(Reading reading) {
        var entries = new ArrayList<Entry>();
        var account = "";
        var said = new Said(-1, null);
        while (reading.next()) {
            switch (reading.name()) {
                case "Acct" -> account = account(reading);
                case "TxsSummry" -> said = summary(reading, said);
                case "Ntry" -> entry(reading, account).ifPresent(entries::add);
                default -> reading.skip();
            }
        }
        said.check(reading, entries);
        return entries;
    }

    /** What the summary says of all credits; below zero, or null, when it says nothing. */
    private record Said(long count, @Nullable BigDecimal sum) {

        void check(Reading reading, List<Entry> entries) {
            var credits = entries.stream().filter(e -> !e.reversed()).toList();
            if (count >= 0 && count != credits.size()) {
                throw reading.wrong(
                        "TtlCdtNtries/NbOfNtries says %d, the entries are %d"
                                .formatted(count, credits.size()));
            }
            if (sum == null) {
                return;
            }
            var total =
                    credits.stream()
                            .map(Entry::amount)
                            .map(
                                    m ->
                                            BigDecimal.valueOf(
                                                    m.minor(),
                                                    m.currency().getDefaultFractionDigits()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(total) != 0) {
                throw reading.wrong(
                        "TtlCdtNtries/Sum says %s, the entries come to %s"
                                .formatted(sum.toPlainString(), total.toPlainString()));
            }
        }
    }

    private static Said summary(Reading reading, Said before) {
        var said = before;
        while (reading.next()) {
            if (!reading.name().equals("TtlCdtNtries")) {
                reading.skip();
                continue;
            }
            long count = -1;
            BigDecimal sum = null;
            while (reading.next()) {
                switch (reading.name()) {
                    case "NbOfNtries" -> count = reading.count();
                    case "Sum" -> sum = reading.decimal();
                    default -> reading.skip();
                }
            }
            said = new Said(count, sum);
        }
        return said;
    }

    /** Its IBAN, or the number in the bank's own scheme. */
    private static String account(Reading reading) {
        var found = "";
        while (reading.next()) {
            if (!reading.name().equals("Id")) {
                reading.skip();
                continue;
            }
            while (reading.next()) {
                switch (reading.name()) {
                    case "IBAN" -> found = reading.text();
                    case "Othr" -> found = first(reading, "Id", found);
                    default -> reading.skip();
                }
            }
        }
        return found;
    }

    /** The text of a child of the open element, which is read to its end. */
    private static String first(Reading reading, String child, String otherwise) {
        var found = otherwise;
        while (reading.next()) {
            if (reading.name().equals(child)) {
                found = reading.text();
            } else {
                reading.skip();
            }
        }
        return found;
    }

    private static java.util.Optional<Entry> entry(Reading reading, String account) {
        var draft = new Draft(account);
        while (reading.next()) {
            switch (reading.name()) {
                case "AcctSvcrRef" -> draft.reference = reading.text();
                case "Amt" -> draft.amount = reading.amount();
                case "CdtDbtInd" -> draft.credit = draft.direction(reading);
                case "RvslInd" -> draft.reversed = reading.text().equals("true");
                case "Sts" -> draft.booked = status(reading);
                case "BookgDt" -> draft.bookedOn = date(reading);
                case "ValDt" -> draft.valueOn = date(reading);
                case "NtryDtls" -> draft.details(reading);
                default -> reading.skip();
            }
        }
        return draft.made(reading);
    }

    /** A code since version 4, text before. */
    private static boolean status(Reading reading) {
        var status = first(reading, "Cd", "BOOK");
        return status.equals("BOOK");
    }

    private static LocalDate date(Reading reading) {
        LocalDate found = null;
        while (reading.next()) {
            if (reading.name().equals("Dt") || reading.name().equals("DtTm")) {
                found = reading.day();
            } else {
                reading.skip();
            }
        }
        if (found == null) {
            throw reading.wrong("a date is missing in " + reading.path());
        }
        return found;
    }

    /** An entry as far as it has been read. */
    private static final class Draft {

        private String into;
        private String reference = "";
        private String payer = "";
        private String message = "";
        private @Nullable Money amount;
        private @Nullable LocalDate bookedOn;
        private @Nullable LocalDate valueOn;
        private boolean credit;
        private boolean booked = true;
        private boolean reversed;

        private Draft(String account) {
            this.into = account;
        }

        private boolean direction(Reading reading) {
            var word = reading.text();
            if (!word.equals("CRDT") && !word.equals("DBIT")) {
                throw reading.wrong("CdtDbtInd is CRDT or DBIT, not " + word);
            }
            return word.equals("CRDT");
        }

        private void details(Reading reading) {
            while (reading.next()) {
                if (reading.name().equals("TxDtls")) {
                    transaction(reading);
                } else {
                    reading.skip();
                }
            }
        }

        private void transaction(Reading reading) {
            while (reading.next()) {
                switch (reading.name()) {
                    case "Refs" -> reference = first(reading, "AcctSvcrRef", reference);
                    case "RltdPties" -> parties(reading);
                    case "RmtInf" -> message = first(reading, "Ustrd", message);
                    default -> reading.skip();
                }
            }
        }

        private void parties(Reading reading) {
            while (reading.next()) {
                switch (reading.name()) {
                    case "Dbtr" -> payer = party(reading);
                    case "CdtrAcct" -> into = account(reading);
                    default -> reading.skip();
                }
            }
        }

        /** The name stands below Pty since version 8, and in the party itself before. */
        private String party(Reading reading) {
            var name = payer;
            while (reading.next()) {
                switch (reading.name()) {
                    case "Nm" -> name = reading.text();
                    case "Pty" -> name = first(reading, "Nm", name);
                    default -> reading.skip();
                }
            }
            return name;
        }

        private java.util.Optional<Entry> made(Reading reading) {
            if (!booked || (!credit && !reversed)) {
                return java.util.Optional.empty();
            }
            if (amount == null || bookedOn == null || reference.isEmpty() || into.isEmpty()) {
                throw reading.wrong(
                        "an entry needs Amt, BookgDt, AcctSvcrRef and the account it is for");
            }
            return java.util.Optional.of(
                    new Entry(
                            reference,
                            into,
                            amount,
                            bookedOn,
                            valueOn == null ? bookedOn : valueOn,
                            payer,
                            message,
                            reversed));
        }
    }
}
