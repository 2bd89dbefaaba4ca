package sandbox.threeds;

import sandbox.card.Brand;

/** The electronic commerce indicator: how far the cardholder was authenticated, per brand. */
public final class Eci {
    private Eci() {}

    public static String of(Brand brand, String transStatus) {
        boolean mastercard = brand == Brand.MASTERCARD;
        return switch (transStatus) {
            case "Y" -> mastercard ? "02" : "05";
            case "A" -> mastercard ? "01" : "06";
            default -> mastercard ? "00" : "07";
        };
    }
}
