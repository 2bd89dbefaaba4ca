package keiyaku.shared;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * An amount in whole minor units of a currency (yen, won, cents), may be negative (B-1).
 *
 * <p>Arithmetic is exact: an overflow or a mix of currencies throws, and nothing rounds unless a
 * {@link Rounding} is named.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    public static Money of(long minor, String currencyCode) {
        return new Money(minor, Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public Money abs() {
        return minor < 0 ? negated() : this;
    }

    /** This amount times numerator over denominator, rounded as named; denominator &gt; 0. */
    public Money share(long numerator, long denominator, Rounding rounding) {
        var product = BigInteger.valueOf(minor).multiply(BigInteger.valueOf(numerator));
        var quotient = rounding.divide(product, BigInteger.valueOf(denominator));
        return new Money(quotient.longValueExact(), currency);
    }

    /**
     * Parts of a whole by B-5: part k is floor(minor*k/count) - floor(minor*(k-1)/count), so that
     * the parts add up to the whole.
     */
    public List<Money> split(int count) {
        var parts = new ArrayList<Money>(count);
        for (int k = 1; k <= count; k++) {
            parts.add(part(k, count));
        }
        return List.copyOf(parts);
    }

    /** Part k (from 1) of {@link #split}. */
    public Money part(int k, int count) {
        if (k < 1 || k > count) {
            throw new IllegalArgumentException("part " + k + " of " + count);
        }
        return share(k, count, Rounding.FLOOR).minus(share(k - 1L, count, Rounding.FLOOR));
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + minor;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "amounts of "
                            + currency
                            + " and "
                            + other.currency
                            + " do not add up with each other");
        }
        return other;
    }
}
