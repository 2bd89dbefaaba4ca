package keiyaku.payment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import keiyaku.billing.Receivable;
import keiyaku.billing.Receivables;
import keiyaku.payment.BankFileStore.BankFile;
import keiyaku.payment.BankFileStore.Place;
import keiyaku.payment.BankFileStore.ToSend;
import keiyaku.payment.DebitWriting.Heading;
import keiyaku.payment.DebitWriting.Line;
import keiyaku.payment.GatewayCalls.Answered;
import keiyaku.payment.MethodStore.Kept;
import keiyaku.payment.PaymentMethod.Mandate;
import keiyaku.payment.gateway.Outcome;
import keiyaku.run.DueWork;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.MovableClock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the debits whose hour has come into request files, one for each day of debit (P-7). */
@Component
@Order(61)
class DebitRequests implements DueWork {

    private final BankFileStore files;
    private final PaymentStore payments;
    private final MethodStore methods;
    private final Receivables receivables;
    private final AttemptResults results;
    private final DebitWriting writing;
    private final TransactionOperations transaction;
    private final Clock clock;

    DebitRequests(
            BankFileStore files,
            PaymentStore payments,
            MethodStore methods,
            Receivables receivables,
            AttemptResults results,
            DebitWriting writing,
            TransactionOperations transaction,
            MovableClock clock) {
        this.files = files;
        this.payments = payments;
        this.methods = methods;
        this.receivables = receivables;
        this.results = results;
        this.writing = writing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A debit and what it takes.
     *
     * @param by null when its mandate holds no longer
     * @param owed whether so much is still open of its invoice
     */
    private record Wanted(ToSend due, Payment payment, @Nullable Active by, boolean owed) {}

    /** A mandate that holds, and by which name the bank knows it. */
    private record Active(Kept kept, Mandate mandate) {}

    @Override
    public String name() {
        return "direct-debit-requests";
    }

    @Override
    public Optional<Instant> nextDue() {
        return files.nextSend();
    }

    @Override
    public List<Subject> due(Instant now, int limit) {
        return files.toSend(now, limit);
    }

    @Override
    public int perform(List<Subject> chunk, Instant now) {
        var left = new ArrayList<Answered<Attempt>>();
        var done = transaction.execute(status -> write(chunk, now, left));
        if (!left.isEmpty()) {
            results.write(left);
        }
        return done == null ? 0 : done;
    }

    @Override
    public void park(Subject subject, String reason) {
        files.parkSend(subject, reason, null);
    }

    @Override
    public void unpark(Subject subject) {
        files.parkSend(subject, null, clock.instant());
    }

    private int write(List<Subject> chunk, Instant now, List<Answered<Attempt>> left) {
        var due = files.lockToSend(chunk, now);
        var byDay = new TreeMap<LocalDate, List<Wanted>>();
        for (var wanted : wanted(due)) {
            var refusal = refusal(wanted);
            if (refusal == null) {
                byDay.computeIfAbsent(wanted.due().on(), d -> new ArrayList<>()).add(wanted);
            } else {
                files.placed(wanted.due(), null);
                left.add(new Answered<>(attempt(wanted.payment()), refusal));
            }
        }
        byDay.forEach((day, wanted) -> file(day, wanted, now));
        return due.size();
    }

    private void file(LocalDate day, List<Wanted> all, Instant now) {
        long number = files.nextNumber();
        var used = files.collectedBy(all.stream().map(Wanted::payment).toList());
        var lines = new ArrayList<Line>();
        for (var wanted : all) {
            var place = new Place(number, lines.size() + 1);
            var by = wanted.by();
            if (by != null) {
                var first = used.add(by.kept().method().id().value());
                var amount = wanted.payment().amount();
                lines.add(new Line(place, by.kept(), by.mandate(), amount, first));
                files.placed(wanted.due(), place);
            }
        }
        var content = writing.written(new Heading(number, now, day), lines);
        files.insert(
                new BankFile(
                        BankFileStore.OUT, number, "debit-request", content, "made", null, now),
                now);
    }

    private static Outcome.@Nullable Refused refusal(Wanted wanted) {
        if (wanted.by() == null) {
            return new Outcome.Refused("mandate-not-active", false);
        }
        return wanted.owed() ? null : new Outcome.Refused("not-owed", false);
    }

    /** All that a chunk takes is read at once: payments, what is open of them, mandates. */
    private List<Wanted> wanted(List<ToSend> due) {
        var accounts = due.stream().map(each -> new AccountId(each.account())).distinct().toList();
        var found = new HashMap<UUID, Payment>();
        payments.named(accounts, due.stream().map(ToSend::payment).toList())
                .forEach(payment -> found.put(payment.id().value(), payment));
        var open = receivables.of(accounts, found.values().stream().map(Payment::invoice).toList());
        var mandates = mandates(accounts);
        return due.stream()
                .map(each -> wanted(each, found.get(each.payment()), open, mandates))
                .toList();
    }

    private static Wanted wanted(
            ToSend due,
            @Nullable Payment payment,
            Map<InvoiceId, Receivable> open,
            Map<UUID, Active> mandates) {
        if (payment == null) {
            throw new IllegalStateException("no payment " + due.payment());
        }
        var by = payment.paidBy();
        var owed = open.get(payment.invoice());
        return new Wanted(
                due,
                payment,
                by == null ? null : mandates.get(by.method().value()),
                owed != null && owed.open().compareTo(payment.amount()) >= 0);
    }

    private Map<UUID, Active> mandates(List<AccountId> accounts) {
        var active = new HashMap<UUID, Active>();
        for (var kept : methods.all(accounts)) {
            if (kept.method().means() instanceof Mandate mandate
                    && mandate.state() == MandateState.ACTIVE) {
                active.put(kept.method().id().value(), new Active(kept, mandate));
            }
        }
        return active;
    }

    private static Attempt attempt(Payment payment) {
        return new Attempt(payment, null, null, null, 0);
    }
}
