package keiyaku.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import keiyaku.shared.Money;

/**
 * A transfer that came in.
 *
 * @param notice what makes it one at the bank: its account, day and running number
 * @param number the virtual account that was paid into, branch and account
 * @param payer as the bank wrote it
 */
public record Deposit(
        UUID id,
        String notice,
        String number,
        Money amount,
        String payer,
        String message,
        LocalDate valueOn,
        Instant at) {}
