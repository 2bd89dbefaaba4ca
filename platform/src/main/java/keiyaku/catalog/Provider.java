package keiyaku.catalog;

import java.time.ZoneId;
import java.util.Currency;
import keiyaku.shared.Text;

/** The company that sells: the currency of all its prices, and the zone of its working days. */
public record Provider(Text name, String country, ZoneId zone, Currency currency, Issuer issuer) {}
