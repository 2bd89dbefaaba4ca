package keiyaku.scenario;

import java.util.Map;
import java.util.Set;
import keiyaku.catalog.Catalogs;
import keiyaku.payment.CoinCharges;
import org.springframework.stereotype.Component;

/** charge-coins: the member pays for coins by card (S-6). */
@Component
class ChargeCoins implements Verb {

    private static final Map<String, Boolean> FROM_BALANCE = Map.of("card", false, "balance", true);

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
        return Set.of("member", "amount", "by");
    }

    @Override
    public String says() {
        return "the member charges coins, paid by card or from its balance";
    }

    @Override
    public void perform(World world, Step step) {
        var account = world.citizen(step).account();
        var amount = Granted.amount(step.node().child("amount"), catalogs);
        if (step.node().optional("by").map(node -> node.oneOf(FROM_BALANCE)).orElse(false)) {
            charges.chargeFromBalance(account, amount);
        } else {
            charges.charge(account, amount);
        }
    }
}
