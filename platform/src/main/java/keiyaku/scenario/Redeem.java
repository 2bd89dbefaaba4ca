package keiyaku.scenario;

import java.util.Set;
import keiyaku.value.Coupons;
import org.springframework.stereotype.Component;

/** redeem: the member enters a coupon's code (S-2). */
@Component
class Redeem implements Verb {

    private final Coupons coupons;

    Redeem(Coupons coupons) {
        this.coupons = coupons;
    }

    @Override
    public String name() {
        return "redeem";
    }

    @Override
    public Set<String> fields() {
        return Set.of("member", "code");
    }

    @Override
    public String says() {
        return "the member enters a coupon's code";
    }

    @Override
    public void perform(World world, Step step) {
        coupons.redeem(world.citizen(step).account(), step.text("code"));
    }
}
