package keiyaku.payment.zengin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import keiyaku.payment.AccountType;
import keiyaku.payment.BankAccount;

/** Notices of incoming transfers (01, format A), 200 bytes a record. */
public record DepositNoticeFile(List<Batch> batches) {

    static final Format FORMAT =
            new Format(
                    new Layout.Draft()
                            .constant("recordType", "1")
                            .constant("typeCode", "01")
                            .digits("codeKubun", 1)
                            .digits("createdDate", 6)
                            .digits("accountDateFrom", 6)
                            .digits("accountDateTo", 6)
                            .digits("bankCode", 4)
                            .text("bankName", 15, CharacterClass.BANK_NAME)
                            .digits("branchCode", 3)
                            .text("branchName", 15, CharacterClass.BANK_NAME)
                            .digits("accountType", 1)
                            .digits("accountNumber", 7)
                            .text("accountName", 40, CharacterClass.PARTY_NAME)
                            .blank("dummy", 93)
                            .done(),
                    new Layout.Draft()
                            .constant("recordType", "2")
                            .digits("inquiryNumber", 6)
                            .digits("accountDate", 6)
                            .digits("valueDate", 6)
                            .digits("amount", 10)
                            .digits("otherBranchChequeAmount", 10)
                            .digits("payerCode", 10)
                            .text("payerName", 48, CharacterClass.PARTY_NAME)
                            .text("sendingBankName", 15, CharacterClass.BANK_NAME)
                            .text("sendingBranchName", 15, CharacterClass.BANK_NAME)
                            .digits("cancelFlag", 1)
                            .text("ediInfo", 20, CharacterClass.EDI)
                            .blank("dummy", 52)
                            .done(),
                    new Layout.Draft()
                            .constant("recordType", "8")
                            .digits("creditCount", 6)
                            .digits("creditAmount", 12)
                            .digits("cancelCount", 6)
                            .digits("cancelAmount", 12)
                            .blank("dummy", 163)
                            .done(),
                    new Layout.Draft().constant("recordType", "9").blank("dummy", 199).done());

    public DepositNoticeFile {
        batches = List.copyOf(batches);
    }

    /** The transfers of some days into one account. */
    public record Batch(
            LocalDate createdOn,
            LocalDate from,
            LocalDate to,
            BankAccount into,
            String accountName,
            List<DepositNotice> notices) {

        public Batch {
            notices = List.copyOf(notices);
        }
    }

    public byte[] write(boolean lineEnds) {
        var lines = new ArrayList<String>();
        for (var batch : batches) {
            lines.add(FORMAT.header().write(header(batch)));
            batch.notices().forEach(notice -> lines.add(FORMAT.data().write(data(notice))));
            var sums = new LinkedHashMap<String, String>();
            sums(batch).forEach((id, sum) -> sums.put(id, Long.toString(sum)));
            lines.add(FORMAT.trailer().write(sums));
        }
        lines.add(FORMAT.end().write(Map.of()));
        return Lines.bytes(lines, lineEnds);
    }

    /**
     * @param today decides in which era the years are meant
     * @throws WrongFileException when anything is wrong with it; nothing of it counts then
     */
    public static DepositNoticeFile read(byte[] file, LocalDate today) {
        var batches = new ArrayList<Batch>();
        for (var group : FORMAT.read(file)) {
            var batch = batch(group, today);
            sums(batch).forEach(group.trailer()::require);
            batches.add(batch);
        }
        return new DepositNoticeFile(batches);
    }

    private static Map<String, String> header(Batch batch) {
        var into = batch.into();
        var values = new LinkedHashMap<String, String>();
        values.put("codeKubun", "0");
        values.put("createdDate", EraDate.write(batch.createdOn()));
        values.put("accountDateFrom", EraDate.write(batch.from()));
        values.put("accountDateTo", EraDate.write(batch.to()));
        values.put("bankCode", into.bankCode());
        values.put("bankName", into.bankName());
        values.put("branchCode", into.branchCode());
        values.put("branchName", into.branchName());
        values.put("accountType", into.type().code());
        values.put("accountNumber", into.number());
        values.put("accountName", batch.accountName());
        return values;
    }

    private static Map<String, String> data(DepositNotice notice) {
        var values = new LinkedHashMap<String, String>();
        values.put("inquiryNumber", notice.inquiryNumber());
        values.put("accountDate", EraDate.write(notice.bookedOn()));
        values.put("valueDate", EraDate.write(notice.valueOn()));
        values.put("amount", Long.toString(notice.amount()));
        values.put("otherBranchChequeAmount", Long.toString(notice.otherBranchCheques()));
        values.put("payerCode", notice.payerCode());
        values.put("payerName", notice.payerName());
        values.put("sendingBankName", notice.sendingBank());
        values.put("sendingBranchName", notice.sendingBranch());
        values.put("cancelFlag", notice.cancelled() ? "1" : "0");
        values.put("ediInfo", notice.message());
        return values;
    }

    private static Batch batch(Format.Group group, LocalDate today) {
        var header = group.header();
        var type = header.text("accountType");
        return new Batch(
                EraDate.read(header, "createdDate", today),
                EraDate.read(header, "accountDateFrom", today),
                EraDate.read(header, "accountDateTo", today),
                new BankAccount(
                        header.text("bankCode"),
                        header.text("bankName"),
                        header.text("branchCode"),
                        header.text("branchName"),
                        AccountType.ofCode(type).orElse(AccountType.OTHER),
                        header.text("accountNumber")),
                header.text("accountName"),
                group.data().stream().map(row -> notice(row, today)).toList());
    }

    private static DepositNotice notice(Row row, LocalDate today) {
        return new DepositNotice(
                row.text("inquiryNumber"),
                EraDate.read(row, "accountDate", today),
                EraDate.read(row, "valueDate", today),
                row.number("amount"),
                row.number("otherBranchChequeAmount"),
                row.text("payerCode"),
                row.text("payerName"),
                row.text("sendingBankName"),
                row.text("sendingBranchName"),
                row.text("cancelFlag").equals("1"),
                row.text("ediInfo"));
    }

    private static Map<String, Long> sums(Batch batch) {
        var sums = new LinkedHashMap<String, Long>();
        sums.put("creditCount", count(batch, false));
        sums.put("creditAmount", amount(batch, false));
        sums.put("cancelCount", count(batch, true));
        sums.put("cancelAmount", amount(batch, true));
        return sums;
    }

    private static long count(Batch batch, boolean cancelled) {
        return batch.notices().stream().filter(n -> n.cancelled() == cancelled).count();
    }

    private static long amount(Batch batch, boolean cancelled) {
        return batch.notices().stream()
                .filter(n -> n.cancelled() == cancelled)
                .mapToLong(DepositNotice::amount)
                .sum();
    }
}
