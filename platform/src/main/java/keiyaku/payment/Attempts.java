package keiyaku.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import keiyaku.billing.Receivable;
import keiyaku.billing.Receivables;
import keiyaku.payment.MethodStore.Kept;
import keiyaku.payment.Payment.PaidBy;
import keiyaku.payment.PaymentMethod.Mandate;
import keiyaku.payment.gateway.Outcome;
import keiyaku.payment.gateway.PaymentRequest;
import keiyaku.shared.Ids;
import keiyaku.shared.Money;
import keiyaku.shared.MovableClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The first half of a collection, inside a transaction, and the call that follows it outside. */
@Component
class Attempts {

    private final MethodStore methods;
    private final MethodChoice choice;
    private final AwaitedTransfers transfers;
    private final PassingOn managers;
    private final PaymentStore payments;
    private final Receivables receivables;
    private final Gateways gateways;
    private final DebitSchedule schedule;
    private final Clock clock;

    Attempts(
            MethodStore methods,
            MethodChoice choice,
            AwaitedTransfers transfers,
            PassingOn managers,
            PaymentStore payments,
            Receivables receivables,
            Gateways gateways,
            DebitSchedule schedule,
            MovableClock clock) {
        this.methods = methods;
        this.choice = choice;
        this.transfers = transfers;
        this.managers = managers;
        this.payments = payments;
        this.receivables = receivables;
        this.gateways = gateways;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** Who asks for the collection: the plan, or a member by hand with what the plan was then. */
    record Asked(boolean byMember, @Nullable Instant resumeAt, @Nullable MethodId by) {
        static final Asked BY_PLAN = new Asked(false, null, null);
    }

    /**
     * Writes that locked receivables are being collected, and takes them off the plan. One that is
     * in the gateway's hands already is left to its look-up; one for which a deposit is awaited
     * stands until the day after it is due. Gives what a gateway is to be asked for; what goes to
     * the bank goes by file.
     */
    List<Attempt> claim(List<Receivable> owed, Asked asked) {
        receivables.takeOff(owed);
        var accounts = owed.stream().map(Receivable::account).distinct().toList();
        var inFlight = payments.inFlight(accounts);
        var free =
                receivables.payFromKept(
                        owed.stream().filter(r -> !inFlight.contains(r.invoice())).toList());
        if (!asked.byMember()) {
            free = managers.passOn(free);
        }
        if (free.isEmpty()) {
            return List.of();
        }
        var by = asked.by();
        var chosen = by == null ? choice.byPlan(accounts) : choice.named(accounts, by);
        var toCollect = transfers.awaitWhereChosen(free, chosen);
        var tries = payments.tries(accounts, toCollect.stream().map(Receivable::invoice).toList());
        var now = clock.instant();
        var attempts = new ArrayList<Attempt>(toCollect.size());
        for (var receivable : toCollect) {
            var kept = chosen.of(receivable);
            var waitUntil = awaited(receivable, kept, now);
            if (waitUntil != null) {
                receivables.collectAt(receivable.account(), receivable.invoice(), waitUntil);
                continue;
            }
            int number = tries.getOrDefault(receivable.invoice(), 0) + 1;
            attempts.add(attempt(receivable, number, kept, asked, now));
        }
        payments.insert(attempts, p -> gateways.nameOf(p.paidBy()), LookupPlan.afterClaim(now));
        return attempts.stream().filter(a -> a.debit() == null).toList();
    }

    /** Until when a deposit may still come by itself; null when it is late, or none is awaited. */
    private static @Nullable Instant awaited(Receivable owed, @Nullable Kept kept, Instant now) {
        if (kept == null || kept.method().kind() != MethodKind.DEPOSIT) {
            return null;
        }
        var late = owed.dueOn().plusDays(1).atStartOfDay(owed.zone()).toInstant();
        return late.isAfter(now) ? late : null;
    }

    /** Asks the gateway; its key makes one charge of it, however often it is asked (B-22). */
    Outcome ask(Attempt attempt) {
        var token = attempt.token();
        var by = attempt.payment().paidBy();
        if (by != null && by.kind() == MethodKind.DEPOSIT) {
            return new Outcome.Refused("not-deposited", false);
        }
        if (by != null && by.kind() == MethodKind.DIRECT_DEBIT) {
            return new Outcome.Refused("mandate-not-active", false);
        }
        if (token == null) {
            return new Outcome.Refused(Payment.NO_METHOD, false);
        }
        var payment = attempt.payment();
        return gateways.of(by)
                .authorize(
                        new PaymentRequest(
                                payment.id().value().toString(),
                                token,
                                payment.amount(),
                                PaymentReference.of(
                                        payment.account(), payment.invoice().toString()),
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
                        dsTransId(kept),
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

    static @Nullable String dsTransId(Kept kept) {
        var card = kept.method().card();
        return card == null ? null : card.authentication().dsTransId();
    }

    private Attempt attempt(
            Receivable owed, int number, @Nullable Kept kept, Asked asked, Instant now) {
        var debit = kept == null ? null : debit(kept, now);
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
                        debit == null ? PaymentState.TRYING : PaymentState.SENT,
                        null,
                        asked.byMember(),
                        now,
                        null);
        return new Attempt(
                payment,
                kept == null ? null : kept.token(),
                kept == null ? null : dsTransId(kept),
                asked.resumeAt(),
                0,
                debit);
    }

    private @Nullable DebitPlan debit(Kept kept, Instant now) {
        return kept.method().means() instanceof Mandate mandate
                        && mandate.state() == MandateState.ACTIVE
                ? schedule.plan(now)
                : null;
    }

    private static UUID id(Kept kept) {
        return kept.method().id().value();
    }
}
