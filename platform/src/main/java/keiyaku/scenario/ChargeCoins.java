package keiyaku.scenario;

import java.util.Set;
import keiyaku.catalog.Catalogs;
import keiyaku.payment.CoinCharges;
import org.springframework.stereotype.Component;

/** charge-coins: the member pays for coins by card (S-6). */
@Component
class ChargeCoins implements Verb {

    private final CoinCharges charges;
    private final Catalogs catalogs;

    ChargeCoins(CoinCharges charges, Catalogs catalogs) {
        this.charges = charges;
        this.catalogs = catalogs;
    }

    @Override
    public String name() {
        return "charge-coins";
    }

    @Override
    public Set<String> fields() {
        return Set.of("member", "amount");
    }

    @Override
    public String says() {
        return "the member charges coins, paid by card";
    }

    @Override
    public void perform(World world, Step step) {
        charges.charge(
                world.citizen(step).account(),
                Granted.amount(step.node().child("amount"), catalogs));
    }
}
