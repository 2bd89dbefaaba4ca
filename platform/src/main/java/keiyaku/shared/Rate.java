package keiyaku.shared;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A share in parts per million (10 % = 100,000), so that it is exact; 0 to 1,000 %. */
public record Rate(long perMillion) {

    public static final Rate ZERO = new Rate(0);

    private static final long MILLION = 1_000_000;

    public Rate {
        if (perMillion < 0 || perMillion > 10 * MILLION) {
            throw new IllegalArgumentException("a rate is 0 % to 1000 %");
        }
    }

    /** Reads "10%" or "7.5%"; throws IllegalArgumentException that says what is allowed. */
    public static Rate parse(String text) {
        var digits = text.strip();
        if (!digits.matches("\\d{1,4}(\\.\\d{1,4})?\\s*%")) {
            throw new IllegalArgumentException("'" + text + "' is not a rate; write 10% or 7.5%");
        }
        var percent = new BigDecimal(digits.replace("%", "").strip());
        return new Rate(percent.movePointRight(4).longValueExact());
    }

    /** This rate of an amount, rounded as named. */
    public Money of(Money amount, Rounding rounding) {
        return amount.share(perMillion, MILLION, rounding);
    }

    /** "10%": what parse reads. */
    @Override
    public String toString() {
        return new BigDecimal(BigInteger.valueOf(perMillion), 4)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }
}
