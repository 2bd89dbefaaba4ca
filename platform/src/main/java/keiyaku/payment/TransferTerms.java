package keiyaku.payment;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for bank transfers of single invoices (P-10).
 *
 * @param days within which is transferred, from the day of the invoice; if banks are closed on the
 *     last of them, it is the next day on which they are open
 * @param reminders so many days before the last day
 * @param branchCode of the block of account numbers that the bank has handed to the company
 */
@ConfigurationProperties("keiyaku.payment.transfer")
record TransferTerms(
        @DefaultValue("14") int days,
        @DefaultValue({"7", "2"}) List<Integer> reminders,
        @DefaultValue("902") String branchCode,
        @DefaultValue("ﾌﾘｺﾐﾏﾄﾞｸﾞﾁ") String branchName) {}
