package keiyaku.payment;

import java.util.Locale;
import java.util.Optional;

/** The brands of cards that are told apart (P-2). */
public enum CardBrand {
    VISA("Visa"),
    MASTERCARD("Mastercard"),
    JCB("JCB"),
    AMEX("American Express"),
    DINERS("Diners Club"),
    DISCOVER("Discover"),
    UNIONPAY("UnionPay");

    private final String title;

    CardBrand(String title) {
        this.title = title;
    }

    /** As the brand writes itself, the same in all languages. */
    public String title() {
        return title;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CardBrand> ofCode(String code) {
        for (var brand : values()) {
            if (brand.code().equalsIgnoreCase(code)) {
                return Optional.of(brand);
            }
        }
        return Optional.empty();
    }
}
