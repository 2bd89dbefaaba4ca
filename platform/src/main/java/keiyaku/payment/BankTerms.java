package keiyaku.payment;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is agreed with the company's bank.
 *
 * @param collectorCode the ten digits under which it knows us
 * @param collectorName in half-width kana, as payers see it in their books
 * @param debitDays days of the month on which is debited, 31 for its end; none: each banking day
 * @param lead banking days between the request and the debit
 */
@ConfigurationProperties("keiyaku.payment.bank")
record BankTerms(
        @DefaultValue("0000000001") String collectorCode,
        @DefaultValue("ｹｲﾔｸ") String collectorName,
        @DefaultValue("9999") String bankCode,
        @DefaultValue("ｻﾝﾄﾞﾎﾞﾂｸｽ") String bankName,
        @DefaultValue("001") String branchCode,
        @DefaultValue("ﾎﾝﾃﾝ") String branchName,
        @DefaultValue("7654321") String accountNumber,
        @DefaultValue List<Integer> debitDays,
        @DefaultValue("2") int lead) {

    BankAccount account() {
        return new BankAccount(
                bankCode, bankName, branchCode, branchName, AccountType.ORDINARY, accountNumber);
    }
}
