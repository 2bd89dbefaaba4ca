package keiyaku.value;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import keiyaku.catalog.Coupon;
import keiyaku.member.Member;
import org.jspecify.annotations.Nullable;

/** Whether a coupon is taken, and if not, why not (S-2). */
final class CouponRule {

    private CouponRule() {}

    /**
     * What is known of a coupon when it is entered.
     *
     * @param byAccount how often this account has redeemed it
     * @param inAll how often it was redeemed by all
     */
    record Uses(int byAccount, long inAll) {}

    static Optional<ValueRefusal> refusal(
            Coupon coupon, Member member, Uses uses, LocalDate today, ZoneId zone) {
        var limits = coupon.limits();
        if (today.isBefore(coupon.from())) {
            return Optional.of(new ValueRefusal.CouponNotYetValid(coupon.from()));
        }
        if (today.isAfter(coupon.to())) {
            return Optional.of(new ValueRefusal.CouponOver());
        }
        if (!isFor(limits.audience(), member, today, zone)) {
            return Optional.of(new ValueRefusal.CouponNotForYou());
        }
        if (uses.byAccount() >= limits.perMember()) {
            return Optional.of(new ValueRefusal.CouponUsed());
        }
        return isUsedUp(limits.inAll(), uses)
                ? Optional.of(new ValueRefusal.CouponOver())
                : Optional.empty();
    }

    private static boolean isUsedUp(@Nullable Integer limit, Uses uses) {
        return limit != null && uses.inAll() >= limit;
    }

    private static String code(Member member) {
        return member.type().name().toLowerCase(Locale.ROOT);
    }

    private static boolean isFor(
            Coupon.Audience audience, Member member, LocalDate today, ZoneId zone) {
        var days = audience.newWithinDays();
        var since = member.since().atZone(zone).toLocalDate();
        var type = audience.memberType();
        return (days == null || since.plusDays(days).isAfter(today))
                && (type == null || type.equals(code(member)))
                && (audience.countries().isEmpty()
                        || audience.countries().contains(member.country()));
    }
}
