package keiyaku.payment;

/**
 * Who wants to register a method.
 *
 * @param domestic lives in the provider's own country
 * @param approved an operator has approved the business for deposits
 * @param autoDebit has a method already that is debited by itself
 */
record Registrant(boolean domestic, boolean business, boolean approved, boolean autoDebit) {}
