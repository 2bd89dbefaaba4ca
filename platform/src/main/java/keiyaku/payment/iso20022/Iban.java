package keiyaku.payment.iso20022;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;

/**
 * Account numbers of the SEPA countries (ISO 13616), and creditor identifiers, which have the same
 * two check digits (ISO 7064 MOD 97-10).
 */
public final class Iban {

    /** Lengths by the register of ISO 13616, for the countries of SEPA. */
    private static final Map<String, Integer> LENGTHS =
            Map.ofEntries(
                    Map.entry("AD", 24),
                    Map.entry("AL", 28),
                    Map.entry("AT", 20),
                    Map.entry("BE", 16),
                    Map.entry("BG", 22),
                    Map.entry("CH", 21),
                    Map.entry("CY", 28),
                    Map.entry("CZ", 24),
                    Map.entry("DE", 22),
                    Map.entry("DK", 18),
                    Map.entry("EE", 20),
                    Map.entry("ES", 24),
                    Map.entry("FI", 18),
                    Map.entry("FR", 27),
                    Map.entry("GB", 22),
                    Map.entry("GI", 23),
                    Map.entry("GR", 27),
                    Map.entry("HR", 21),
                    Map.entry("HU", 28),
                    Map.entry("IE", 22),
                    Map.entry("IS", 26),
                    Map.entry("IT", 27),
                    Map.entry("LI", 21),
                    Map.entry("LT", 20),
                    Map.entry("LU", 20),
                    Map.entry("LV", 21),
                    Map.entry("MC", 27),
                    Map.entry("MD", 24),
                    Map.entry("ME", 22),
                    Map.entry("MK", 19),
                    Map.entry("MT", 31),
                    Map.entry("NL", 18),
                    Map.entry("NO", 15),
                    Map.entry("PL", 28),
                    Map.entry("PT", 25),
                    Map.entry("RO", 24),
                    Map.entry("RS", 22),
                    Map.entry("SE", 24),
                    Map.entry("SI", 19),
                    Map.entry("SK", 24),
                    Map.entry("SM", 27),
                    Map.entry("VA", 22));

    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    /** Country, check digits, and the three letters that name a branch of business: not checked. */
    private static final int CREDITOR_NATIONAL = 7;

    private Iban() {}

    /** Whether accounts of a country are named so. */
    public static boolean isUsedIn(String country) {
        return LENGTHS.containsKey(country);
    }

    /** As machines write it: without blanks, in capitals. */
    public static String plain(String typed) {
        return typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    public static boolean isRight(String iban) {
        return iban.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")
                && LENGTHS.getOrDefault(iban.substring(0, 2), 0) == iban.length()
                && leavesOne(iban.substring(4) + iban.substring(0, 4));
    }

    /** An identifier of a creditor, such as DE98ZZZ09999999999; its business code is left out. */
    public static boolean isCreditor(String id) {
        return id.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{4,31}")
                && leavesOne(id.substring(CREDITOR_NATIONAL) + id.substring(0, 4));
    }

    private static boolean leavesOne(String text) {
        var digits = new StringBuilder();
        text.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
    }
}
