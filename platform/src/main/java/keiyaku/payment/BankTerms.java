package keiyaku.payment;

import java.time.LocalDate;
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
 * @param closed days on which it is closed besides weekends and the holidays that we work out
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
        @DefaultValue("2") int lead,
        @DefaultValue List<LocalDate> closed) {

    BankAccount account() {
        return new BankAccount(
                bankCode, bankName, branchCode, branchName, AccountType.ORDINARY, accountNumber);
    }
}
