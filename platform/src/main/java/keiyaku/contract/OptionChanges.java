package keiyaku.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import keiyaku.contract.ContractRefusal.NotActive;
import keiyaku.contract.ContractRefusal.OptionUnknown;
import keiyaku.contract.Outcome.Fact;
import keiyaku.shared.RefusedException;

/** Options of a running server contract: one more, and whether one goes on by itself (H-2). */
final class OptionChanges {

    private OptionChanges() {}

    static Outcome add(Contract contract, Action.AddOption asked, Sale sale, LocalDate today) {
        requireActive(contract);
        var billed = NextTerms.bought(contract, asked.option(), sale, today);
        return new Outcome(
                contract.withHosting(billed.hosting()),
                today,
                billed.charges(),
                List.of(new Fact("option-ordered", today, Map.of("option", asked.option().code()))),
                List.of());
    }

    static Outcome setRenewal(Contract contract, Action.SetOptionRenewal asked, LocalDate today) {
        requireActive(contract);
        var hosting = contract.requireHosting();
        var item =
                hosting.items().stream()
                        .filter(i -> i.number() == asked.number() && i.isLive())
                        .findFirst()
                        .orElseThrow(() -> new RefusedException(new OptionUnknown(asked.number())));
        var set = item.withAuto(asked.on());
        return Outcome.of(
                contract.withHosting(hosting.eachItem(i -> i.number() == item.number() ? set : i)),
                today,
                new Fact(
                        asked.on() ? "option-renewal-on" : "option-renewal-off",
                        today,
                        Map.of("option", item.option())));
    }

    private static void requireActive(Contract contract) {
        NextContracts.server(contract);
        if (contract.state() != ContractState.ACTIVE) {
            throw new RefusedException(new NotActive(contract.state()));
        }
    }
}
