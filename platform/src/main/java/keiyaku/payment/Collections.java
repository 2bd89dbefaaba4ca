package keiyaku.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keiyaku.billing.Receivable;
import keiyaku.billing.Receivables;
import keiyaku.payment.GatewayCalls.Unwritten;
import keiyaku.payment.RefundStore.Asked;
import keiyaku.run.DueWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Collects what is due, and gives back what is owed to members. What is tried is committed before
 * the gateway is called, and its answers are written in a second transaction; what is lost between
 * the two is found by {@link PaymentSweeper}.
 */
@Component
@Order(60)
class Collections implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(Collections.class);

    /** So few that the slowest chunk is over before its claims lapse. */
    private static final int CHUNK = 256;

    private final Receivables receivables;
    private final Attempts attempts;
    private final AttemptResults results;
    private final GivingBack givingBack;
    private final Refunding refunding;
    private final TransactionOperations transaction;

    Collections(
            Receivables receivables,
            Attempts attempts,
            AttemptResults results,
            GivingBack givingBack,
            Refunding refunding,
            TransactionOperations transaction) {
        this.receivables = receivables;
        this.attempts = attempts;
        this.results = results;
        this.givingBack = givingBack;
        this.refunding = refunding;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "collections";
    }

    @Override
    public Optional<Instant> nextDue() {
        return receivables.nextCollection();
    }

    @Override
    public List<Subject> due(Instant now, int limit) {
        return receivables.collectable(now, limit);
    }

    @Override
    public int chunkSize() {
        return CHUNK;
    }

    @Override
    public int perform(List<Subject> chunk, Instant now) {
        var owing = new ArrayList<Subject>();
        var taken = new ArrayList<Receivable>();
        var claimed =
                transaction.execute(
                        status -> {
                            var locked = receivables.lockCollectable(chunk, now);
                            owing.addAll(subjects(locked));
                            taken.addAll(locked);
                            return attempts.claim(positive(locked), Attempts.Asked.BY_PLAN);
                        });
        var asked = claimed == null ? List.<Attempt>of() : claimed;
        if (!asked.isEmpty()) {
            collect(asked);
        }
        var refunds = new ArrayList<Asked>();
        for (var subject : owing) {
            givingBack.claim(subject, now).forEach(r -> refunds.add(new Asked(r, 0)));
        }
        giveBack(refunds);
        return taken.size();
    }

    /** Calls the gateway and writes its answers; never inside a transaction. */
    void collect(List<Attempt> claimed) {
        var answers = GatewayCalls.all(claimed, attempts::ask);
        tell(GatewayCalls.write(answers, results::write));
    }

    private void giveBack(List<Asked> refunds) {
        if (refunds.isEmpty()) {
            return;
        }
        var answers = GatewayCalls.all(refunding.calls(refunds), refunding::ask);
        tell(GatewayCalls.write(answers, refunding::write));
    }

    // The money may have moved: the claims stay, and their look-up writes or parks them.
    private static void tell(Unwritten<?> unwritten) {
        if (unwritten.why() != null) {
            LOG.error("not written, to be looked up: {}", unwritten.asked(), unwritten.why());
        }
    }

    @Override
    public void park(Subject subject, String reason) {
        receivables.parkCollection(subject, reason);
    }

    @Override
    public void unpark(Subject subject) {
        receivables.unparkCollection(subject);
    }

    private static List<Receivable> positive(List<Receivable> locked) {
        return locked.stream().filter(r -> r.open().isPositive()).toList();
    }

    private static List<Subject> subjects(List<Receivable> locked) {
        return locked.stream()
                .filter(r -> !r.open().isPositive())
                .map(r -> new Subject(r.account().value(), r.invoice().value()))
                .toList();
    }
}
