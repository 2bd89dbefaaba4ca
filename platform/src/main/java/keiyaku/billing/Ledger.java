package keiyaku.billing;

import java.util.Map;
import java.util.stream.Stream;
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

    /** An account's balance in one currency; debit positive. */
    public record Balance(AccountId account, Money amount) {}

    /**
     * What is on its way from and to gateways, of those accounts that have any: ordered by the id
     * as it is written, then by currency. Read as it comes; the caller closes it.
     */
    public Stream<Balance> cashInTransit() {
        return store.balances(LedgerAccount.CASH_IN_TRANSIT);
    }

    /** What came into the bank by debits and deposits, less what was sent back; read as above. */
    public Stream<Balance> atBank() {
        return store.balances(LedgerAccount.BANK);
    }

    public long entryCount() {
        return store.entryCount();
    }

    /** Whether all postings of every currency add up to zero; verify says more. */
    public boolean balanced() {
        return store.balanced();
    }
}
