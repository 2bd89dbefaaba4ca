package keiyaku.value;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import keiyaku.catalog.Catalog;
import keiyaku.catalog.Catalogs;
import keiyaku.catalog.Coupon;
import keiyaku.member.Members;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.value.CouponRule.Uses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to coupons: a code that is entered grants a credit or a discount, or says why not. */
@Component
public class Coupons {

    private final CouponStore store;
    private final Guessing guessing;
    private final Credits credits;
    private final Discounts discounts;
    private final Members members;
    private final Catalogs catalogs;
    private final Clock clock;

    Coupons(
            CouponStore store,
            Guessing guessing,
            Credits credits,
            Discounts discounts,
            Members members,
            Catalogs catalogs,
            Clock clock) {
        this.store = store;
        this.guessing = guessing;
        this.credits = credits;
        this.discounts = discounts;
        this.members = members;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /** What a code granted; one of the two is null. */
    public record Granted(@Nullable Credit credit, @Nullable Discount discount) {}

    /** A coupon, by its own code or by a single-use one that was made for it. */
    private record Entered(Coupon coupon, @Nullable String singleUse) {}

    /**
     * Redeems a code; case and blanks around it do not matter.
     *
     * @throws keiyaku.shared.RefusedException coupon-unknown, -used, -not-yet-valid, -over,
     *     -not-for-you, or coupon-wait after too many unknown ones
     */
    @Transactional
    public Granted redeem(AccountId account, String typed) {
        guessing.admit(account);
        var catalog = catalogs.current();
        var entered = entered(typed, catalog).orElseThrow(() -> unknown(account));
        var coupon = entered.coupon();
        var today = catalogs.today();
        int before = store.redeemedBy(account, coupon.code());
        var uses = new Uses(before, inAllBefore(coupon));
        CouponRule.refusal(coupon, members.member(account), uses, today, catalog.provider().zone())
                .ifPresent(
                        why -> {
                            throw why.thrown();
                        });
        var granted = grant(account, coupon, today);
        var now = clock.instant();
        store.redeemed(account, coupon.code(), before + 1, id(granted), now);
        if (entered.singleUse() != null) {
            store.codeRedeemed(entered.singleUse(), account, now);
        }
        return granted;
    }

    /** Makes single-use codes for a coupon of the catalog; they are never shown again. */
    @Transactional
    public List<String> makeBatch(String coupon, int count, String by) {
        var known = catalogs.current().coupon(coupon).orElseThrow();
        var codes = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            codes.add(CouponCodes.fresh());
        }
        store.insertBatch(
                Ids.next(clock),
                known.code(),
                codes.stream().map(CouponCodes::hash).toList(),
                clock.instant(),
                by);
        return codes;
    }

    private Optional<Entered> entered(String typed, Catalog catalog) {
        var code = typed.strip().toUpperCase(Locale.ROOT);
        var shared =
                catalog.coupons().stream()
                        .filter(c -> c.code().toUpperCase(Locale.ROOT).equals(code))
                        .filter(c -> !c.limits().singleUse())
                        .findFirst();
        if (shared.isPresent()) {
            return Optional.of(new Entered(shared.get(), null));
        }
        var single = store.lockCode(CouponCodes.hash(code));
        if (single.filter(CouponStore.Code::redeemed).isPresent()) {
            throw new ValueRefusal.CouponUsed().thrown();
        }
        return single.flatMap(
                found -> catalog.coupon(found.coupon()).map(c -> new Entered(c, found.hash())));
    }

    private keiyaku.shared.RefusedException unknown(AccountId account) {
        guessing.count(account);
        return new ValueRefusal.CouponUnknown().thrown();
    }

    /** Counted where there is a limit only: the row is one for all members. */
    private long inAllBefore(Coupon coupon) {
        return coupon.limits().inAll() == null ? 0 : store.countUse(coupon.code()) - 1;
    }

    private Granted grant(AccountId account, Coupon coupon, LocalDate today) {
        var products = new Products(coupon.grants().products());
        return switch (coupon.grants()) {
            case Coupon.Credit c ->
                    new Granted(
                            credits.grant(
                                    new CreditGrant(
                                            account,
                                            coupon.code(),
                                            CreditKind.PROMOTION,
                                            c.amount(),
                                            products,
                                            today,
                                            today.plusDays(c.validDays() - 1L),
                                            coupon.code())),
                            null);
            case Coupon.Discount d ->
                    new Granted(
                            null,
                            discounts.grant(
                                    new DiscountGrant(
                                            account,
                                            coupon.code(),
                                            new Discount.RateOff(d.rate()),
                                            products,
                                            Discount.Condition.NONE,
                                            today,
                                            null,
                                            d.months(),
                                            coupon.code())));
        };
    }

    private static UUID id(Granted granted) {
        var credit = granted.credit();
        var discount = granted.discount();
        if (credit != null) {
            return credit.id();
        }
        if (discount != null) {
            return discount.id();
        }
        throw new IllegalStateException("a coupon that granted nothing");
    }
}
