package keiyaku.billing;

import java.util.Map;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import org.springframework.stereotype.Component;

/** What the ledger says; written only by the doors of this module (B-30). */
@Component
public class Ledger {

    private final LedgerStore store;

    Ledger(LedgerStore store) {
        this.store = store;
    }

    /** An account's balances by ledger account; debit positive, credit negative. */
    public Map<String, Money> balances(AccountId account) {
        return store.balances(account);
    }

    public long entryCount() {
        return store.entryCount();
    }

    /** Whether all postings of every currency add up to zero; verify says more. */
    public boolean balanced() {
        return store.balanced();
    }
}
