package keiyaku.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import keiyaku.contract.ContractRefusal.NameInvalid;
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
        var item = item(hosting, asked.number());
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

    /** A name under a public suffix; it can be set anew until the certificate ends. */
    static Outcome name(Contract contract, Action.NameOption asked, LocalDate today) {
        requireActive(contract);
        var hosting = contract.requireHosting();
        var item = item(hosting, asked.number());
        var name = WorkspaceRules.normalized(Workspace.Kind.DOMAIN, asked.name());
        WorkspaceRules.nameProblem(Workspace.Kind.DOMAIN, name)
                .ifPresent(
                        reason -> {
                            throw new RefusedException(new NameInvalid(asked.name(), reason));
                        });
        var named = item.withName(name);
        return Outcome.of(
                contract.withHosting(
                        hosting.eachItem(i -> i.number() == item.number() ? named : i)),
                today,
                new Fact("option-named", today, Map.of("option", item.option(), "name", name)),
                Outcome.Telling.CHANGE);
    }

    private static OptionItem item(Hosting hosting, int number) {
        return hosting.items().stream()
                .filter(i -> i.number() == number && i.isLive())
                .findFirst()
                .orElseThrow(() -> new RefusedException(new OptionUnknown(number)));
    }
}
