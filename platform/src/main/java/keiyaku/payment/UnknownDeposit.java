package keiyaku.payment;

/**
 * A transfer that an operator has to see to.
 *
 * @param why unknown-number, or cancelled: the bank takes back one that it had told of
 */
public record UnknownDeposit(Deposit deposit, String why) {}
