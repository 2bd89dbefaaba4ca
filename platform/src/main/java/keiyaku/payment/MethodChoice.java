package keiyaku.payment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import keiyaku.billing.Receivable;
import keiyaku.payment.MethodStore.Kept;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * By which method receivables are collected: by the one that was named, or their contract's own
 * way, or the account's default. Of a chunk without such contracts that is one read more.
 */
@Component
class MethodChoice {

    private final MethodStore methods;
    private final ContractWayStore ways;

    MethodChoice(MethodStore methods, ContractWayStore ways) {
        this.methods = methods;
        this.ways = ways;
    }

    /** What was read for a chunk. */
    static final class Chosen {

        private final Map<AccountId, Kept> usual;
        private final Map<ContractId, MethodKind> ways;
        private final Map<AccountId, List<Kept>> all;

        private Chosen(
                Map<AccountId, Kept> usual,
                Map<ContractId, MethodKind> ways,
                Map<AccountId, List<Kept>> all) {
            this.usual = usual;
            this.ways = ways;
            this.all = all;
        }

        /** Whether a member is to transfer it, so that there is nothing to ask for. */
        boolean byTransfer(Receivable owed) {
            return way(owed) == MethodKind.TRANSFER;
        }

        /** Null when there is none, or none of the kind that was chosen any more. */
        @Nullable Kept of(Receivable owed) {
            var way = way(owed);
            if (way == null) {
                return usual.get(owed.account());
            }
            return all.getOrDefault(owed.account(), List.of()).stream()
                    .filter(kept -> kept.method().kind() == way)
                    .findFirst()
                    .orElse(null);
        }

        private @Nullable MethodKind way(Receivable owed) {
            var contract = owed.contract();
            return contract == null ? null : ways.get(contract);
        }
    }

    /** For receivables of accounts, by plan. */
    Chosen byPlan(Collection<AccountId> accounts) {
        var chosen = ways.of(accounts);
        return new Chosen(
                byAccount(methods.defaults(accounts)),
                chosen,
                chosen.isEmpty() ? Map.of() : all(accounts));
    }

    /** By a method that a member named. */
    Chosen named(Collection<AccountId> accounts, MethodId method) {
        return new Chosen(
                byAccount(methods.named(accounts, List.of(method.value()))), Map.of(), Map.of());
    }

    private Map<AccountId, List<Kept>> all(Collection<AccountId> accounts) {
        var all = new HashMap<AccountId, List<Kept>>();
        for (var kept : methods.all(accounts)) {
            all.computeIfAbsent(kept.method().account(), account -> new ArrayList<>()).add(kept);
        }
        return all;
    }

    private static Map<AccountId, Kept> byAccount(List<Kept> methods) {
        var byAccount = new HashMap<AccountId, Kept>();
        methods.forEach(kept -> byAccount.put(kept.method().account(), kept));
        return byAccount;
    }
}
