package keiyaku.payment;

import keiyaku.payment.iso20022.Iban;

/**
 * An account at a bank, as bank files name it.
 *
 * @param bankCode four digits in Japan; beside an IBAN the bank's BIC, which may be empty
 * @param bankName and the branch's in half-width kana; may be empty
 * @param number seven digits in Japan; or an IBAN
 */
public record BankAccount(
        String bankCode,
        String bankName,
        String branchCode,
        String branchName,
        AccountType type,
        String number) {

    /** An account that is named by its IBAN alone. */
    public static BankAccount ofIban(String iban, String bic) {
        return new BankAccount(Iban.plain(bic), "", "", "", AccountType.OTHER, Iban.plain(iban));
    }

    public boolean isIban() {
        return branchCode.isEmpty();
    }
}
