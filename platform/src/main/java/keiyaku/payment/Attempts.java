package keiyaku.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import keiyaku.billing.Receivable;
import keiyaku.billing.Receivables;
import keiyaku.payment.MethodStore.Kept;
import keiyaku.payment.Payment.PaidBy;
import keiyaku.payment.gateway.Gateway;
import keiyaku.payment.gateway.Outcome;
import keiyaku.payment.gateway.PaymentRequest;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.Money;
import keiyaku.shared.MovableClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The first half of a collection, inside a transaction, and the call that follows it outside. */
@Component
class Attempts {

    private final MethodStore methods;
    private final PaymentStore payments;
    private final Receivables receivables;
    private final Gateway gateway;
    private final Clock clock;

    Attempts(
            MethodStore methods,
            PaymentStore payments,
            Receivables receivables,
            Gateway gateway,
            MovableClock clock) {
        this.methods = methods;
        this.payments = payments;
        this.receivables = receivables;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** Who asks for the collection: the plan, or a member by hand with what the plan was then. */
    record Asked(boolean byMember, @Nullable Instant resumeAt) {
        static final Asked BY_PLAN = new Asked(false, null);
    }

    /**
     * Writes that locked receivables are being collected, and takes them off the plan. One that is
     * in the gateway's hands already is left to its look-up.
     */
    List<Attempt> claim(List<Receivable> owed, Asked asked) {
        receivables.takeOff(owed);
        var accounts = owed.stream().map(Receivable::account).distinct().toList();
        var inFlight = payments.inFlight(accounts);
        var free = owed.stream().filter(r -> !inFlight.contains(r.invoice())).toList();
        if (free.isEmpty()) {
            return List.of();
        }
        var defaults = defaults(accounts);
        var tries = payments.tries(accounts, free.stream().map(Receivable::invoice).toList());
        var now = clock.instant();
        var attempts = new ArrayList<Attempt>(free.size());
        for (var receivable : free) {
            int number = tries.getOrDefault(receivable.invoice(), 0) + 1;
            attempts.add(
                    attempt(receivable, number, defaults.get(receivable.account()), asked, now));
        }
        payments.insert(attempts, gateway.name(), LookupPlan.afterClaim(now));
        return attempts;
    }

    /** Asks the gateway; its key makes one charge of it, however often it is asked (B-22). */
    Outcome ask(Attempt attempt) {
        var token = attempt.token();
        if (token == null) {
            return new Outcome.Refused(Payment.NO_METHOD, false);
        }
        var payment = attempt.payment();
        return gateway.authorize(
                new PaymentRequest(
                        payment.id().value().toString(),
                        token,
                        payment.amount(),
                        payment.invoice().toString(),
                        true,
                        !payment.byMember(),
                        attempt.dsTransId()));
    }

    /** The attempts with what is needed to ask again: the tokens of their own methods. */
    List<Attempt> withTokens(List<Attempt> attempts) {
        var named = new HashMap<UUID, Kept>();
        var accounts = attempts.stream().map(a -> a.payment().account()).distinct().toList();
        methods.named(accounts, methodsOf(attempts)).forEach(k -> named.put(id(k), k));
        return attempts.stream().map(a -> withToken(a, named)).toList();
    }

    private static Attempt withToken(Attempt attempt, Map<UUID, Kept> named) {
        var by = attempt.payment().paidBy();
        var kept = by == null ? null : named.get(by.method().value());
        return kept == null
                ? attempt
                : new Attempt(
                        attempt.payment(),
                        kept.token(),
                        kept.method().authentication().dsTransId(),
                        attempt.resumeAt(),
                        attempt.lookups());
    }

    private static List<UUID> methodsOf(List<Attempt> attempts) {
        var ids = new ArrayList<UUID>();
        for (var attempt : attempts) {
            var by = attempt.payment().paidBy();
            if (by != null) {
                ids.add(by.method().value());
            }
        }
        return ids;
    }

    private Map<AccountId, Kept> defaults(Collection<AccountId> accounts) {
        var defaults = new HashMap<AccountId, Kept>();
        methods.defaults(accounts).forEach(kept -> defaults.put(kept.method().account(), kept));
        return defaults;
    }

    private Attempt attempt(
            Receivable owed, int number, @Nullable Kept kept, Asked asked, Instant now) {
        var payment =
                new Payment(
                        owed.account(),
                        new PaymentId(Ids.next(clock)),
                        owed.invoice(),
                        owed.contract(),
                        number,
                        kept == null ? null : PaidBy.of(kept.method()),
                        owed.open(),
                        Money.zero(owed.open().currency()),
                        PaymentState.TRYING,
                        null,
                        asked.byMember(),
                        now,
                        null);
        return new Attempt(
                payment,
                kept == null ? null : kept.token(),
                kept == null ? null : kept.method().authentication().dsTransId(),
                asked.resumeAt(),
                0);
    }

    private static UUID id(Kept kept) {
        return kept.method().id().value();
    }
}
