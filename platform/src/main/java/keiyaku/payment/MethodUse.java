package keiyaku.payment;

import java.util.Set;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;

/** Whether an account's contracts need a method to pay; answered by the module that keeps them. */
public interface MethodUse {

    /** Running contracts: those that will be charged again if nothing is done. */
    Set<ContractId> running(AccountId account);
}
