package keiyaku.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import keiyaku.catalog.Catalog;
import keiyaku.contract.UsedContract;
import keiyaku.shared.AccountId;
import keiyaku.shared.BadInputException;
import keiyaku.shared.RefusedException;
import keiyaku.usage.UsageRefusal.MeterUnknown;
import keiyaku.usage.UsageRefusal.NotContracted;

/** Which contract an event belongs to, and whether it is taken at all. */
final class Intake {

    /** How far the clock of a sender may run ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final int MOST_DECIMALS = 9;
    private static final int MOST_DIGITS = 18;

    private final Catalog catalog;
    private final Instant now;
    private final Map<AccountId, List<UsedContract>> contracts;
    private final Map<String, Boolean> meters = new HashMap<>();

    Intake(Catalog catalog, Instant now, Map<AccountId, List<UsedContract>> contracts) {
        this.catalog = catalog;
        this.now = now;
        this.contracts = contracts;
    }

    /** A use of a contract and its zone. */
    record Taken(Use use, UsedContract contract) {}

    Taken take(UsageEvent event) {
        check(event);
        if (!meters.computeIfAbsent(event.product() + " " + event.meter(), k -> isKnown(event))) {
            throw new RefusedException(
                    new MeterUnknown(event.id(), event.product(), event.meter()));
        }
        for (var contract : contracts.getOrDefault(event.account(), List.of())) {
            if (isFor(event, contract)) {
                return new Taken(use(event, contract), contract);
            }
        }
        throw new RefusedException(new NotContracted(event.id(), event.product()));
    }

    private void check(UsageEvent event) {
        var quantity = event.quantity();
        if (quantity.signum() <= 0
                || quantity.scale() > MOST_DECIMALS
                || quantity.precision() - quantity.scale() > MOST_DIGITS) {
            throw new BadInputException("quantity", "usage-quantity");
        }
        if (event.at().isAfter(now.plus(AHEAD))) {
            throw new BadInputException("time", "usage-time");
        }
    }

    private boolean isKnown(UsageEvent event) {
        return catalog.product(event.product()).flatMap(p -> p.meter(event.meter())).isPresent();
    }

    private static boolean isFor(UsageEvent event, UsedContract contract) {
        var named = event.contract();
        return contract.product().equals(event.product())
                && (named == null || named.equals(contract.id()))
                && contract.runsAt(event.at());
    }

    private static Use use(UsageEvent event, UsedContract contract) {
        return new Use(
                event.account(),
                event.id(),
                contract.id(),
                event.meter(),
                contract.day(event.at()),
                event.at(),
                event.quantity());
    }
}
