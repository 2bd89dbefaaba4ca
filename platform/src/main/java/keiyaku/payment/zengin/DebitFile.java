package keiyaku.payment.zengin;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import keiyaku.payment.AccountType;
import keiyaku.payment.BankAccount;

/** A direct-debit file (91), 120 bytes a record: what is asked of the bank, and what it answers. */
public record DebitFile(List<Batch> batches) {

    static final Format FORMAT =
            new Format(
                    new Layout.Draft()
                            .constant("dataKubun", "1")
                            .constant("typeCode", "91")
                            .digits("codeKubun", 1)
                            .digits("originatorCode", 10)
                            .text("originatorName", 40, CharacterClass.PARTY_NAME)
                            .digits("debitDate", 4)
                            .digits("collectionBankCode", 4)
                            .text("collectionBankName", 15, CharacterClass.BANK_NAME)
                            .digits("collectionBranchCode", 3)
                            .text("collectionBranchName", 15, CharacterClass.BANK_NAME)
                            .digits("collectionAccountType", 1)
                            .digits("collectionAccountNumber", 7)
                            .blank("dummy", 17)
                            .done(),
                    new Layout.Draft()
                            .constant("dataKubun", "2")
                            .digits("payerBankCode", 4)
                            .text("payerBankName", 15, CharacterClass.BANK_NAME)
                            .digits("payerBranchCode", 3)
                            .text("payerBranchName", 15, CharacterClass.BANK_NAME)
                            .blank("reserved", 4)
                            .digits("payerAccountType", 1)
                            .digits("payerAccountNumber", 7)
                            .text("payerName", 30, CharacterClass.PARTY_NAME)
                            .digits("debitAmount", 10)
                            .digits("newCode", 1)
                            .text("customerNumber", 20, CharacterClass.CODE)
                            .digits("transferResult", 1)
                            .blank("dummy", 8)
                            .done(),
                    new Layout.Draft()
                            .constant("dataKubun", "8")
                            .digits("recordCount", 6)
                            .digits("totalAmount", 12)
                            .digits("collectedCount", 6)
                            .digits("collectedAmount", 12)
                            .digits("uncollectedCount", 6)
                            .digits("uncollectedAmount", 12)
                            .blank("dummy", 65)
                            .done(),
                    new Layout.Draft().constant("dataKubun", "9").blank("dummy", 119).done());

    public DebitFile {
        batches = List.copyOf(batches);
    }

    /**
     * Who collects on which day from whom.
     *
     * @param collectorCode the ten digits under which the bank knows us
     * @param debitOn without a year, as banks write it
     */
    public record Batch(
            String collectorCode,
            String collectorName,
            MonthDay debitOn,
            BankAccount into,
            List<Debit> debits) {

        public Batch {
            debits = List.copyOf(debits);
        }
    }

    /** As sent to the bank: every result is 0, and nothing is summed as collected yet. */
    public byte[] request(boolean lineEnds) {
        return write(lineEnds, false);
    }

    /** As a bank sends it back: with the sums of what was collected and what was not. */
    public byte[] result(boolean lineEnds) {
        return write(lineEnds, true);
    }

    /**
     * @throws WrongFileException when anything is wrong with it; nothing of it counts then
     */
    public static DebitFile readRequest(byte[] file) {
        return read(file, false);
    }

    /**
     * @throws WrongFileException when anything is wrong with it; nothing of it counts then
     */
    public static DebitFile readResult(byte[] file) {
        return read(file, true);
    }

    private byte[] write(boolean lineEnds, boolean answered) {
        var lines = new ArrayList<String>();
        for (var batch : batches) {
            lines.add(FORMAT.header().write(header(batch)));
            batch.debits().forEach(debit -> lines.add(FORMAT.data().write(data(debit))));
            lines.add(FORMAT.trailer().write(texts(DebitSums.of(batch, answered).byField())));
        }
        lines.add(FORMAT.end().write(Map.of()));
        return Lines.bytes(lines, lineEnds);
    }

    private static DebitFile read(byte[] file, boolean answered) {
        var batches = new ArrayList<Batch>();
        for (var group : FORMAT.read(file)) {
            var batch = batch(group);
            DebitSums.of(batch, answered).byField().forEach(group.trailer()::require);
            batches.add(batch);
        }
        return new DebitFile(batches);
    }

    private static Map<String, String> header(Batch batch) {
        var values = new LinkedHashMap<String, String>();
        values.put("codeKubun", "0");
        values.put("originatorCode", batch.collectorCode());
        values.put("originatorName", batch.collectorName());
        values.put(
                "debitDate",
                "%02d%02d"
                        .formatted(
                                batch.debitOn().getMonthValue(), batch.debitOn().getDayOfMonth()));
        values.putAll(account("collection", batch.into()));
        return values;
    }

    private static Map<String, String> data(Debit debit) {
        var values = new LinkedHashMap<>(account("payer", debit.account()));
        values.put("payerName", debit.holder());
        values.put("debitAmount", Long.toString(debit.amount()));
        values.put("newCode", debit.news().code());
        values.put("customerNumber", debit.customerNumber());
        values.put("transferResult", debit.result().code());
        return values;
    }

    private static Batch batch(Format.Group group) {
        var header = group.header();
        return new Batch(
                header.text("originatorCode"),
                header.text("originatorName"),
                debitOn(header),
                account("collection", header),
                group.data().stream().map(DebitFile::debit).toList());
    }

    private static MonthDay debitOn(Row header) {
        var text = header.text("debitDate");
        try {
            return MonthDay.of(Integer.parseInt(text, 0, 2, 10), Integer.parseInt(text, 2, 4, 10));
        } catch (DateTimeException | NumberFormatException e) {
            throw header.wrong("debitDate", text + " is no day");
        }
    }

    private static Debit debit(Row row) {
        return new Debit(
                account("payer", row),
                row.text("payerName"),
                row.number("debitAmount"),
                Debit.News.ofCode(row.text("newCode"))
                        .orElseThrow(() -> row.wrong("newCode", "is not on its list")),
                row.text("customerNumber"),
                DebitResult.ofCode(row.text("transferResult"))
                        .orElseThrow(() -> row.wrong("transferResult", "is not on its list")));
    }

    private static Map<String, String> account(String whose, BankAccount account) {
        return Map.of(
                whose + "BankCode", account.bankCode(),
                whose + "BankName", account.bankName(),
                whose + "BranchCode", account.branchCode(),
                whose + "BranchName", account.branchName(),
                whose + "AccountType", account.type().code(),
                whose + "AccountNumber", account.number());
    }

    private static BankAccount account(String whose, Row row) {
        var type = whose + "AccountType";
        return new BankAccount(
                row.text(whose + "BankCode"),
                row.text(whose + "BankName"),
                row.text(whose + "BranchCode"),
                row.text(whose + "BranchName"),
                AccountType.ofCode(row.text(type))
                        .orElseThrow(() -> row.wrong(type, "is not on its list")),
                row.text(whose + "AccountNumber"));
    }

    private static Map<String, String> texts(Map<String, Long> numbers) {
        var texts = new LinkedHashMap<String, String>();
        numbers.forEach((id, number) -> texts.put(id, Long.toString(number)));
        return texts;
    }
}
