package sandbox.bank;

import java.time.LocalDate;

/**
 * Money that came in for a virtual account.
 *
 * @param inquiry the bank's running number of the day
 * @param number branch and account, ten digits
 */
record Transfer(
        String reference,
        int inquiry,
        LocalDate on,
        String number,
        long amount,
        String payer,
        String message,
        boolean cancelled) {}
