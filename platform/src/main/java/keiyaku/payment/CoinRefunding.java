package keiyaku.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keiyaku.payment.CoinRefundStore.Asked;
import keiyaku.payment.gateway.CardGateway;
import keiyaku.payment.gateway.Outcome;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.MovableClock;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import keiyaku.value.CoinReturns;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of giving coins back: taken out of their lots in a first transaction, asked of the
 * gateway outside of any, and written in a second one. It is also their sweep.
 */
@Component
@EnableConfigurationProperties(CoinRefundTerms.class)
class CoinRefunding implements Sweep {

    private final CoinRefundStore store;
    private final CoinPaymentStore charges;
    private final CoinReturns returns;
    private final CardGateway gateway;
    private final Provider provider;
    private final CoinRefundTerms terms;
    private final Clock clock;

    CoinRefunding(
            CoinRefundStore store,
            CoinPaymentStore charges,
            CoinReturns returns,
            CardGateway gateway,
            Provider provider,
            CoinRefundTerms terms,
            MovableClock clock) {
        this.store = store;
        this.charges = charges;
        this.returns = returns;
        this.gateway = gateway;
        this.provider = provider;
        this.terms = terms;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public CoinRefund claim(AccountId account, PaymentId charge, String why, String by) {
        var payment =
                charges.of(account).stream()
                        .filter(p -> p.id().equals(charge))
                        .filter(p -> p.state() == PaymentState.CAPTURED)
                        .findFirst()
                        .orElseThrow(() -> new RefusedException(Refusal.of("charge-unknown")));
        var id = Ids.next(clock);
        var taken = returns.takeBack(account, charge.value(), id);
        if (provider.country().equals("JP") && !terms.allow(why, taken.charged().minor())) {
            throw new RefusedException(
                    Refusal.of("coin-refund-not-allowed", Map.of("reason", why)));
        }
        var now = clock.instant();
        var fromBalance = payment.kind() == MethodKind.DEPOSIT;
        var refund =
                new CoinRefund(
                        account,
                        id,
                        charge,
                        taken.charged(),
                        taken.bonus(),
                        why,
                        fromBalance ? CoinRefund.State.KEPT : CoinRefund.State.TRYING,
                        now);
        store.insert(refund, by, fromBalance ? null : LookupPlan.afterClaim(now));
        if (fromBalance) {
            returns.kept(account, id, refund.amount());
        }
        return refund;
    }

    Outcome ask(Asked asked) {
        var refund = asked.refund();
        return gateway.refund(
                refund.id().toString(), String.valueOf(asked.gatewayId()), refund.amount());
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void write(Asked asked, Outcome outcome) {
        var refund = asked.refund();
        if (!store.lockOpen(refund)) {
            return;
        }
        var now = clock.instant();
        if (outcome instanceof Outcome.Refunded) {
            returns.paidOut(refund.account(), refund.id(), refund.amount());
            store.finish(refund, CoinRefund.State.REFUNDED, null, now);
        } else if (outcome instanceof Outcome.Refused no) {
            returns.kept(refund.account(), refund.id(), refund.amount());
            store.finish(refund, CoinRefund.State.KEPT, no.reason(), now);
        } else {
            store.later(subject(refund), LookupPlan.next(now, asked.lookups()), null);
        }
    }

    /** Looks first; only what never arrived is asked for again, under the same key. */
    private Outcome lookUp(Asked asked) {
        var found = gateway.lookup(asked.refund().id().toString());
        if (found.isEmpty()) {
            return ask(asked);
        }
        return found.get() instanceof Outcome.Unknown unknown
                ? unknown
                : new Outcome.Refunded(String.valueOf(asked.gatewayId()));
    }

    @Override
    public Optional<Instant> next() {
        return store.lookups().next();
    }

    @Override
    public List<Subject> due(Instant now, int limit) {
        return store.lookups().due(now, limit);
    }

    @Override
    public int sweep(List<Subject> chunk, Instant now) {
        var claimed = store.claim(chunk, now, LookupPlan.afterClaim(clock.instant()));
        for (var asked : claimed) {
            write(asked, lookUp(asked));
        }
        return claimed.size();
    }

    @Override
    public void park(Subject subject, String reason) {
        store.later(subject, null, reason);
    }

    @Override
    public void unpark(Subject subject, Instant now) {
        store.later(subject, now, null);
    }

    private static Subject subject(CoinRefund refund) {
        return new Subject(refund.account().value(), refund.id());
    }
}
