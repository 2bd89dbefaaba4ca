package keiyaku.payment;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** By which kinds of methods an account's running contracts are paid (P-5). */
@Component
class MethodsInUse {

    private final ObjectProvider<MethodUse> use;
    private final ContractWayStore ways;

    MethodsInUse(ObjectProvider<MethodUse> use, ContractWayStore ways) {
        this.use = use;
        this.ways = ways;
    }

    /**
     * What is needed.
     *
     * @param running whether anything runs, which the default method pays for
     * @param chosen kinds that running contracts are paid by in place of it
     */
    record Needed(boolean running, Set<MethodKind> chosen) {}

    Needed by(AccountId account) {
        var running = new HashSet<ContractId>();
        use.stream().forEach(contracts -> running.addAll(contracts.running(account)));
        var chosen = EnumSet.noneOf(MethodKind.class);
        ways.of(Set.of(account))
                .forEach(
                        (contract, kind) -> {
                            if (running.contains(contract)) {
                                chosen.add(kind);
                            }
                        });
        return new Needed(!running.isEmpty(), chosen);
    }
}
