package keiyaku.shared;

import java.math.BigInteger;

/** How a quotient becomes a whole number of minor units. */
public enum Rounding {
    /** Towards minus infinity. */
    FLOOR {
        @Override
        BigInteger divide(BigInteger n, BigInteger d) {
            var qr = n.divideAndRemainder(d);
            return qr[1].signum() < 0 ? qr[0].subtract(BigInteger.ONE) : qr[0];
        }
    },
    /** Towards zero, so that a credit note is the exact negative of its invoice. */
    TOWARD_ZERO {
        @Override
        BigInteger divide(BigInteger n, BigInteger d) {
            return n.divide(d);
        }
    },
    /** To the nearest, halves away from zero. */
    HALF_UP {
        @Override
        BigInteger divide(BigInteger n, BigInteger d) {
            var doubled = n.abs().shiftLeft(1).add(d).divide(d.shiftLeft(1));
            return n.signum() < 0 ? doubled.negate() : doubled;
        }
    },
    /** Away from zero. */
    AWAY_FROM_ZERO {
        @Override
        BigInteger divide(BigInteger n, BigInteger d) {
            var up = n.abs().add(d).subtract(BigInteger.ONE).divide(d);
            return n.signum() < 0 ? up.negate() : up;
        }
    };

    abstract BigInteger divide(BigInteger numerator, BigInteger denominator);
}
