package keiyaku.billing;

import keiyaku.shared.Money;
import keiyaku.shared.Rate;

/** The sum of an invoice's charges of one tax category, and the tax on it, rounded once (B-9). */
public record TaxLine(String category, Rate rate, Money net, Money tax) {}
