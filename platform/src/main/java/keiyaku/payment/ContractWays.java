package keiyaku.payment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.MovableClock;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what a contract's invoices are paid by: the account's default method, unless a way of
 * its own was chosen for the contract (H-5, H-6, P-10). An invoice goes by what holds when it is
 * issued and collected.
 */
@Component
public class ContractWays {

    private final ContractWayStore store;
    private final MethodStore methods;
    private final Provider provider;
    private final Clock clock;

    ContractWays(
            ContractWayStore store, MethodStore methods, Provider provider, MovableClock clock) {
        this.store = store;
        this.methods = methods;
        this.provider = provider;
        this.clock = clock;
    }

    /**
     * From now on the contract is paid so. Refused with {@code payment-method-required}, or {@code
     * wallet-not-linked}, when the account has no such method that is good; a transfer needs none.
     */
    @Transactional
    public void choose(AccountId account, ContractId contract, MethodKind by) {
        if (by.registered() && !has(account, by)) {
            var code = by == MethodKind.WALLET ? "wallet-not-linked" : "payment-method-required";
            throw new RefusedException(Refusal.of(code));
        }
        store.choose(account, contract, by, clock.instant());
    }

    /** From now on the contract is paid by the account's default method. */
    @Transactional
    public void useDefault(AccountId account, ContractId contract) {
        store.remove(account, contract);
    }

    /** The way that was chosen for a contract; empty when it is the default method. */
    @Transactional(readOnly = true)
    public Optional<MethodKind> of(AccountId account, ContractId contract) {
        return Optional.ofNullable(of(account).get(contract));
    }

    /** Contracts of an account that have a way of their own. */
    @Transactional(readOnly = true)
    public Map<ContractId, MethodKind> of(AccountId account) {
        return store.of(List.of(account));
    }

    private boolean has(AccountId account, MethodKind kind) {
        return methods.of(account).stream()
                .anyMatch(m -> m.kind() == kind && m.means().goodIn(provider.month()));
    }
}
