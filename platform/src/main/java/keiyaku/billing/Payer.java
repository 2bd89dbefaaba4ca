package keiyaku.billing;

import keiyaku.shared.Language;

/** For whom an invoice is made out, as on its day: name, address, language. */
public record Payer(String name, String address, Language language) {}
