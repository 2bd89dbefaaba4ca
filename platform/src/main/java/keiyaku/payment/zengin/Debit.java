package keiyaku.payment.zengin;

import java.util.Arrays;
import java.util.Optional;
import keiyaku.payment.BankAccount;

/**
 * One amount to be taken from an account, or, in a result file, what became of it.
 *
 * @param holder in half-width kana
 * @param news whether the account is debited for the first time or has changed
 * @param customerNumber ours, 20 characters at most; comes back unchanged
 * @param result collected also in a request, where nothing has been tried
 */
public record Debit(
        BankAccount account,
        String holder,
        long amount,
        News news,
        String customerNumber,
        DebitResult result) {

    /** Code list 新規コード. */
    public enum News {
        NONE("0"),
        FIRST("1"),
        CHANGED("2");

        private final String code;

        News(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static Optional<News> ofCode(String code) {
            return Arrays.stream(values()).filter(news -> news.code.equals(code)).findFirst();
        }
    }
}
