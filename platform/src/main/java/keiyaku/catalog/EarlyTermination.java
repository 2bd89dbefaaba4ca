package keiyaku.catalog;

import keiyaku.shared.Rate;

/**
 * The fee of ending a term of a year or longer inside it (C-13): whether the discount enjoyed is
 * asked back, and the share of the price of what remains.
 */
public record EarlyTermination(boolean enjoyedDiscount, Rate remaining) {}
