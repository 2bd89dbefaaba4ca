package keiyaku.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import keiyaku.billing.Receivables;
import keiyaku.billing.Settlement;
import keiyaku.payment.GatewayCalls.Answered;
import keiyaku.payment.Payment.PaidBy;
import keiyaku.payment.PaymentStore.AtGateway;
import keiyaku.payment.RefundStore.Asked;
import keiyaku.payment.RefundStore.Result;
import keiyaku.payment.gateway.Outcome;
import keiyaku.shared.MovableClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks the gateway to give back, outside a transaction, and writes what came of it. */
@Component
class Refunding {

    private final PaymentStore payments;
    private final RefundStore store;
    private final Receivables receivables;
    private final Gateways gateways;
    private final Clock clock;

    Refunding(
            PaymentStore payments,
            RefundStore store,
            Receivables receivables,
            Gateways gateways,
            MovableClock clock) {
        this.payments = payments;
        this.store = store;
        this.receivables = receivables;
        this.gateways = gateways;
        this.clock = clock;
    }

    /** A refund and what the gateway calls the payment it is taken from. */
    record Call(Asked asked, String gatewayId, @Nullable PaidBy paidBy) {

        Refund refund() {
            return asked.refund();
        }
    }

    List<Call> calls(List<Asked> asked) {
        var ids = new HashMap<PaymentId, AtGateway>();
        payments.atGateway(
                        asked.stream().map(a -> a.refund().account()).toList(),
                        asked.stream().map(a -> a.refund().payment()).toList())
                .forEach(known -> ids.put(known.payment().id(), known));
        var calls = new ArrayList<Call>();
        for (var each : asked) {
            var known = ids.get(each.refund().payment());
            if (known == null) {
                throw new IllegalStateException("captured without the gateway's id: " + each);
            }
            calls.add(new Call(each, known.gatewayId(), known.payment().paidBy()));
        }
        return calls;
    }

    Outcome ask(Call call) {
        var refund = call.refund();
        return gateways.of(call.paidBy())
                .refund(refund.id().toString(), call.gatewayId(), refund.amount());
    }

    /** Looks first; only what never arrived is asked for again, under the same key. */
    Outcome lookUp(Call call) {
        var found = gateways.of(call.paidBy()).lookup(call.refund().id().toString());
        if (found.isEmpty()) {
            return ask(call);
        }
        // A refund's key leads to its payment: that it leads anywhere says that it was done.
        return found.get() instanceof Outcome.Unknown unknown
                ? unknown
                : new Outcome.Refunded(call.gatewayId());
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void write(List<Answered<Call>> answers) {
        var now = clock.instant();
        var open = store.lockOpen(answers.stream().map(a -> a.asked().refund()).toList());
        var results = new ArrayList<Result>();
        var done = new ArrayList<Settlement>();
        var kept = new ArrayList<Settlement>();
        for (var answer : answers) {
            var refund = answer.asked().refund();
            if (!open.contains(refund.id())) {
                continue;
            }
            results.add(result(answer, now));
            if (answer.outcome() instanceof Outcome.Refunded) {
                done.add(settlement(refund, now));
            } else if (answer.outcome() instanceof Outcome.Refused) {
                kept.add(settlement(refund, now));
                payments.refunded(refund.account(), refund.payment(), refund.amount().negated());
            }
        }
        store.finish(results);
        receivables.settle(done);
        receivables.keepInBalance(kept);
    }

    private static Result result(Answered<Call> answer, Instant now) {
        var refund = answer.asked().refund();
        return switch (answer.outcome()) {
            case Outcome.Refunded done ->
                    new Result(refund, Refund.State.REFUNDED, null, now, null);
            case Outcome.Refused no ->
                    new Result(refund, Refund.State.REFUSED, no.reason(), now, null);
            default ->
                    new Result(
                            refund,
                            Refund.State.UNKNOWN,
                            null,
                            null,
                            LookupPlan.next(now, answer.asked().asked().lookups()));
        };
    }

    private static Settlement settlement(Refund refund, Instant now) {
        return new Settlement(
                refund.account(), refund.invoice(), refund.id(), refund.amount().negated(), now);
    }
}
