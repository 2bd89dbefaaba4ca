package keiyaku.payment.zengin;

import java.time.LocalDate;

/**
 * One transfer that came in, or, when cancelled, one that is taken back.
 *
 * @param inquiryNumber the bank's, six digits
 * @param payerCode ten digits; for a virtual account, its branch and number
 * @param payerName in half-width kana
 * @param message what the payer wrote along (EDI)
 */
public record DepositNotice(
        String inquiryNumber,
        LocalDate bookedOn,
        LocalDate valueOn,
        long amount,
        long otherBranchCheques,
        String payerCode,
        String payerName,
        String sendingBank,
        String sendingBranch,
        boolean cancelled,
        String message) {}
