package keiyaku.payment;

/**
 * An account at a bank, as bank files name it.
 *
 * @param bankName and the branch's in half-width kana; may be empty
 * @param number seven digits
 */
public record BankAccount(
        String bankCode,
        String bankName,
        String branchCode,
        String branchName,
        AccountType type,
        String number) {}
