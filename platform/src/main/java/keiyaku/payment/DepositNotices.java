package keiyaku.payment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import keiyaku.payment.iso20022.CreditNotice;
import keiyaku.payment.zengin.DepositNotice;
import keiyaku.payment.zengin.DepositNoticeFile;
import keiyaku.shared.Ids;
import keiyaku.shared.Money;
import keiyaku.shared.MovableClock;
import org.springframework.stereotype.Component;

/** Reads the bank's notices of transfers and posts each once, by the number paid into (P-8). */
@Component
class DepositNotices {

    private final DepositPosting posting;
    private final BankingDays days;
    private final Provider provider;
    private final Clock clock;

    DepositNotices(
            DepositPosting posting, BankingDays days, Provider provider, MovableClock clock) {
        this.posting = posting;
        this.days = days;
        this.provider = provider;
        this.clock = clock;
    }

    /**
     * @throws keiyaku.payment.zengin.WrongFileException when anything is wrong with the file; then
     *     nothing of it is posted
     */
    void take(byte[] content) {
        if (isXml(content)) {
            CreditNotice.read(content).entries().forEach(this::take);
            return;
        }
        var today = LocalDate.ofInstant(clock.instant(), days.zone());
        var cancelled = new ArrayList<Deposit>();
        for (var batch : DepositNoticeFile.read(content, today).batches()) {
            for (var notice : batch.notices()) {
                var deposit = deposit(batch, notice);
                if (notice.cancelled()) {
                    cancelled.add(deposit);
                } else {
                    posting.post(deposit);
                }
            }
        }
        cancelled.forEach(posting::cancelled);
    }

    /** A file of the Japanese banks begins with a 1, a message of others with a bracket. */
    private static boolean isXml(byte[] content) {
        var start = new String(content, 0, Math.min(100, content.length), ISO_8859_1).strip();
        return start.startsWith("<") || start.startsWith("\u00ef\u00bb\u00bf<");
    }

    private void take(CreditNotice.Entry entry) {
        var deposit =
                new Deposit(
                        Ids.next(clock),
                        "camt " + entry.reference() + (entry.reversed() ? " cancelled" : ""),
                        entry.into(),
                        entry.amount(),
                        entry.payer(),
                        entry.message(),
                        entry.valueOn(),
                        clock.instant());
        if (entry.reversed()) {
            posting.cancelled(deposit);
        } else {
            posting.post(deposit);
        }
    }

    private Deposit deposit(DepositNoticeFile.Batch batch, DepositNotice notice) {
        var into = batch.into();
        var key =
                "%s-%s-%s %s %s%s"
                        .formatted(
                                into.bankCode(),
                                into.branchCode(),
                                into.number(),
                                notice.bookedOn(),
                                notice.inquiryNumber(),
                                notice.cancelled() ? " cancelled" : "");
        return new Deposit(
                Ids.next(clock),
                key,
                notice.payerCode(),
                Money.of(notice.amount(), provider.currency().getCurrencyCode()),
                notice.payerName(),
                notice.message(),
                notice.valueOn(),
                clock.instant());
    }
}
