package keiyaku.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import keiyaku.billing.PayoutBooks;
import keiyaku.billing.PayoutBooks.Part;
import keiyaku.payment.SettlementMatching.Agreed;
import keiyaku.payment.SettlementMatching.Name;
import keiyaku.payment.SettlementMatching.Ours;
import keiyaku.payment.gateway.CardGateway;
import keiyaku.payment.gateway.GatewayUnavailableException;
import keiyaku.payment.settlement.SettlementFile;
import keiyaku.payment.settlement.SettlementFile.Line;
import keiyaku.payment.zengin.WrongFileException;
import keiyaku.run.DueWork;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.Money;
import keiyaku.shared.MovableClock;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The door to what the acquirer pays out: its files are taken each banking day, every line is
 * laid beside our own captures, refunds and disputes, and what agrees goes from cash in transit to
 * the bank, less fees. What does not agree is the operators' list.
 */
@Component
@Order(63)
public class Settlements implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(Settlements.class);
    private static final UUID LOOK = new UUID(0, 0);
    private static final Duration AGAIN = Duration.ofHours(1);

    /** So long a capture may wait for its file: a weekend with a holiday. */
    private static final Duration LATE = Duration.ofDays(4);

    private final SettlementStore store;
    private final CardGateway gateway;
    private final PayoutBooks books;
    private final DebitSchedule schedule;
    private final TransactionOperations transaction;
    private final Clock clock;

    Settlements(
            SettlementStore store,
            CardGateway gateway,
            PayoutBooks books,
            DebitSchedule schedule,
            TransactionOperations transaction,
            MovableClock clock) {
        this.store = store;
        this.gateway = gateway;
        this.books = books;
        this.schedule = schedule;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** From now on the acquirer is asked for its files each banking day. */
    @Transactional
    public void watch() {
        var now = clock.instant();
        store.watch(now, schedule.nextLook(now));
    }

    /** Takes what lies ready, and looks once more at what did not agree. */
    @Transactional(propagation = Propagation.NEVER)
    public void fetch() {
        try {
            for (long number : gateway.settlementsAfter(store.last())) {
                store.insert(number, gateway.settlement(number), clock.instant());
            }
        } catch (GatewayUnavailableException e) {
            throw new RefusedException(Refusal.of("gateway-unavailable"));
        }
        store.open().forEach(this::take);
        transaction.executeWithoutResult(
                status ->
                        store.watchedSince()
                                .ifPresent(
                                        since ->
                                                store.missingThere(
                                                        since,
                                                        clock.instant().minus(LATE),
                                                        clock.instant())));
    }

    /** What an operator has to see to, the oldest first. */
    @Transactional(readOnly = true)
    public List<SettlementDifference> differences(int limit) {
        return store.differences(limit);
    }

    /** An operator has seen to a difference. Refused with {@code difference-unknown}. */
    @Transactional
    public void close(UUID difference, String by) {
        if (!store.close(difference, by, clock.instant())) {
            throw new RefusedException(Refusal.of("difference-unknown"));
        }
    }

    /** Why files were refused whole, the newest first. */
    @Transactional(readOnly = true)
    public List<String> refusedFiles(int limit) {
        return store.refusals(limit);
    }

    private void take(long number) {
        try {
            transaction.executeWithoutResult(status -> write(number));
        } catch (WrongFileException e) {
            LOG.error("settlement file {} is refused: {}", number, e.getMessage());
            store.refused(number, String.valueOf(e.getMessage()));
        }
    }

    private void write(long number) {
        var now = clock.instant();
        var file = SettlementFile.read(store.content(number));
        var found = SettlementMatching.match(file.lines(), known(file.lines()));
        if (!found.agreed().isEmpty()) {
            var fresh = store.settle(number, found.agreed());
            var paid = found.agreed().stream().filter(a -> fresh.contains(a.name())).toList();
            store.agreed(found.agreed(), now);
            books.paidOut(parts(paid), now);
        }
        found.different().forEach(d -> store.differs(Ids.next(clock), number, d, now));
        store.done(number, file);
    }

    /** Ours by name; a refund at the acquirer's desk is known by its payment and amount. */
    private Map<Name, Ours> known(List<Line> lines) {
        var known = new HashMap<>(store.known(lines));
        var desk = store.deskRefunds(lines);
        for (var line : lines) {
            var name = SettlementMatching.name(line);
            if (name != null
                    && line.kind().equals("refund")
                    && desk.contains(line.payment() + " " + line.amount().minor())) {
                known.putIfAbsent(
                        name, new Ours(line.amount(), Money.zero(line.amount().currency())));
            }
        }
        return known;
    }

    private List<Part> parts(List<Agreed> paid) {
        var byAccount = new HashMap<AccountId, Part>();
        for (var each : paid) {
            var account = each.name().account();
            byAccount.merge(
                    account,
                    new Part(account, Ids.next(clock), each.moved(), each.fee()),
                    (a, b) ->
                            new Part(
                                    account,
                                    a.reference(),
                                    a.moved().plus(b.moved()),
                                    a.fee().plus(b.fee())));
        }
        return List.copyOf(byAccount.values());
    }

    @Override
    public String name() {
        return "settlement-files";
    }

    @Override
    public Optional<Instant> nextDue() {
        return store.next();
    }

    @Override
    public List<Subject> due(Instant now, int limit) {
        return store.next().filter(next -> !next.isAfter(now)).stream()
                .map(next -> new Subject(LOOK, LOOK))
                .toList();
    }

    @Override
    public int chunkSize() {
        return 1;
    }

    @Override
    public int perform(List<Subject> chunk, Instant now) {
        try {
            fetch();
            store.lookAt(schedule.nextLook(now), null);
        } catch (RefusedException e) {
            LOG.warn("the acquirer's settlement files wait: {}", e.getMessage());
            store.lookAt(now.plus(AGAIN), null);
        }
        return 1;
    }

    @Override
    public void park(Subject subject, String reason) {
        store.lookAt(null, reason);
    }

    @Override
    public void unpark(Subject subject) {
        store.lookAt(clock.instant(), null);
    }
}
