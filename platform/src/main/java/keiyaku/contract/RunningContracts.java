package keiyaku.contract;

import java.util.Set;
import keiyaku.payment.MethodUse;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import org.springframework.stereotype.Component;

/** Tells payment whether an account's contracts still need a method (P-5). */
@Component
class RunningContracts implements MethodUse {

    private final ContractStore store;

    RunningContracts(ContractStore store) {
        this.store = store;
    }

    @Override
    public Set<ContractId> running(AccountId account) {
        return store.running(account);
    }
}
