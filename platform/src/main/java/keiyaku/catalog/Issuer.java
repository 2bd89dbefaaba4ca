package keiyaku.catalog;

/** Who issues the invoices; the registration number is T and 13 digits in Japan (B-13). */
public record Issuer(String name, String registrationNumber, String address) {}
