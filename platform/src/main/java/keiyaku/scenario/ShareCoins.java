package keiyaku.scenario;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import keiyaku.payment.CoinCharges;
import keiyaku.payment.CoinPayment;
import keiyaku.value.CoinSharing;

/** share-coins, unshare-coins: a charge of the manager's history, with members (S-10). */
record ShareCoins(boolean begins, CoinSharing sharing, CoinCharges charges) implements Verb {

    @Override
    public String name() {
        return begins ? "share-coins" : "unshare-coins";
    }

    @Override
    public Set<String> fields() {
        return Set.of("manager", "charge", "members");
    }

    @Override
    public String says() {
        return begins
                ? "members may use a charge of the manager's; charge counts from 1"
                : "members no longer use a charge of the manager's";
    }

    /** Of who has none, any: the rule says first whether that is a manager at all. */
    private static UUID charge(Step step, List<CoinPayment> arrived) {
        var node = step.node().child("charge");
        return arrived.isEmpty()
                ? new UUID(0, 0)
                : arrived.get(node.integer(1, arrived.size()) - 1).id().value();
    }

    @Override
    public void perform(World world, Step step) {
        var manager = world.manager(step);
        var arrived = charges.arrived(manager);
        var members = world.members(step);
        var charge = charge(step, arrived);
        if (begins) {
            sharing.share(manager, charge, members);
        } else {
            sharing.unshare(manager, charge, members);
        }
    }
}
