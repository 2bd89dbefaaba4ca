package keiyaku.value;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import keiyaku.shared.Money;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;

/** Why a coupon is not taken, or value not granted or charged. */
public sealed interface ValueRefusal extends Refusal {

    record CouponUnknown() implements ValueRefusal {
        @Override
        public String code() {
            return "coupon-unknown";
        }
    }

    /** By this account as often as it may be, or by another one that was first. */
    record CouponUsed() implements ValueRefusal {
        @Override
        public String code() {
            return "coupon-used";
        }
    }

    record CouponNotYetValid(LocalDate from) implements ValueRefusal {
        @Override
        public String code() {
            return "coupon-not-yet-valid";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("from", from);
        }
    }

    /** Its last day has passed, or as many as there were of it have been redeemed. */
    record CouponOver() implements ValueRefusal {
        @Override
        public String code() {
            return "coupon-over";
        }
    }

    record CouponNotForYou() implements ValueRefusal {
        @Override
        public String code() {
            return "coupon-not-for-you";
        }
    }

    /** So many unknown codes were entered that it looks like guessing. */
    record CouponWait(long minutes) implements ValueRefusal {
        static CouponWait until(Instant free, Instant now) {
            return new CouponWait(Duration.between(now, free).toMinutes() + 1);
        }

        @Override
        public String code() {
            return "coupon-wait";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("minutes", minutes);
        }
    }

    /** A credit never pays an early-termination fee (C-13). */
    record MethodNotAllowed() implements ValueRefusal {
        @Override
        public String code() {
            return "method-not-allowed";
        }
    }

    /** More than one charge or the balance may be. */
    record CoinLimit(Money charge, Money balance) implements ValueRefusal {
        @Override
        public String code() {
            return "coin-limit";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("charge", charge, "balance", balance);
        }
    }

    record CoinsNotOffered() implements ValueRefusal {
        @Override
        public String code() {
            return "coins-not-offered";
        }
    }

    /** There are no coins of such a charge. */
    record ChargeUnknown() implements ValueRefusal {
        @Override
        public String code() {
            return "charge-unknown";
        }
    }

    /** Only who manages an organization shares coins, and only with its members (S-10). */
    record NotManagingAccount() implements ValueRefusal {
        @Override
        public String code() {
            return "not-managing-account";
        }
    }

    default RefusedException thrown() {
        return new RefusedException(this);
    }
}
