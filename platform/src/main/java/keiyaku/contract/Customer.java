package keiyaku.contract;

import keiyaku.billing.Payer;

/**
 * What contracts and their bills need to know of a member.
 *
 * @param abroad lives in another country than the provider: supplied without tax (B-19)
 */
public record Customer(Payer payer, boolean abroad) {}
