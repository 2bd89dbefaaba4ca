package keiyaku.billing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;

/** By when accounts have to pay; answered by the module that knows how they do. */
public interface PaymentTerms {

    /**
     * From the day of issue to the last day on which to pay; accounts that pay at once are missing.
     */
    Map<AccountId, UnaryOperator<LocalDate>> of(Collection<AccountId> accounts);

    /** The same of contracts that pay in a way of their own; all others are missing. */
    Map<ContractId, UnaryOperator<LocalDate>> ofContracts(Collection<AccountId> accounts);
}
