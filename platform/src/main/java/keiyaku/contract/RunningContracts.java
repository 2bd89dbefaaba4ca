package keiyaku.contract;

import keiyaku.payment.MethodUse;
import keiyaku.shared.AccountId;
import org.springframework.stereotype.Component;

/** Tells payment whether an account's contracts still need a method (P-5). */
@Component
class RunningContracts implements MethodUse {

    private final ContractStore store;

    RunningContracts(ContractStore store) {
        this.store = store;
    }

    @Override
    public boolean hasRunningContracts(AccountId account) {
        return store.anyRunning(account);
    }
}
