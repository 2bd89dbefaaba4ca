package keiyaku.payment;

import java.util.List;
import keiyaku.shared.AccountId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The operators' door to giving unused coins back to the method that paid for them (S-9). */
@Component
public class CoinRefunds {

    private final CoinRefundStore store;
    private final CoinRefunding refunding;

    CoinRefunds(CoinRefundStore store, CoinRefunding refunding) {
        this.store = store;
        this.refunding = refunding;
    }

    /**
     * Gives back all that is left of a charge, and takes back what was given with it. Refused with
     * {@code charge-unknown}, {@code nothing-to-refund} or, by the rules of the provider's country,
     * {@code coin-refund-not-allowed}.
     *
     * @param why one of the configured reasons: business-stopped, moved-abroad, mistake,
     *     small-amount
     */
    @Transactional(propagation = Propagation.NEVER)
    public CoinRefund refund(AccountId account, PaymentId charge, String why, String by) {
        var claimed = refunding.claim(account, charge, why, by);
        if (claimed.state() == CoinRefund.State.TRYING) {
            var asked = store.find(account, claimed.id());
            refunding.write(asked, refunding.ask(asked));
        }
        return store.find(account, claimed.id()).refund();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<CoinRefund> of(AccountId account) {
        return store.of(account);
    }
}
