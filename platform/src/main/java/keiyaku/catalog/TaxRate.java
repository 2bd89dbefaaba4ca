package keiyaku.catalog;

import java.time.LocalDate;
import keiyaku.shared.Rate;

/** The rate of a country for a category of goods, from a day on until a later one replaces it. */
public record TaxRate(String country, String category, Rate rate, LocalDate from) {}
