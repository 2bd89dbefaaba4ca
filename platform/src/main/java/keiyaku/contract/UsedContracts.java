package keiyaku.contract;

import java.util.Collection;
import java.util.List;
import keiyaku.shared.AccountId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Contracts whose use is metered and billed, for whoever does that (B-7). */
@Component
public class UsedContracts {

    private final UsedContractStore store;

    UsedContracts(UsedContractStore store) {
        this.store = store;
    }

    /** Of accounts, those that began, running or over; the oldest first. */
    @Transactional(readOnly = true)
    public List<UsedContract> of(Collection<AccountId> accounts) {
        return accounts.isEmpty() ? List.of() : store.of(accounts);
    }
}
