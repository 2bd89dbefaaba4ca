package keiyaku.payment;

import keiyaku.shared.AccountId;

/** Whether an account's contracts need a method to pay; answered by the module that keeps them. */
public interface MethodUse {

    /** Running contracts: those that will be charged again if nothing is done. */
    boolean hasRunningContracts(AccountId account);
}
