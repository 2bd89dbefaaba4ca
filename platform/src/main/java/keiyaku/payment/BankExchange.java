package keiyaku.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keiyaku.payment.BankFileStore.BankFile;
import keiyaku.payment.gateway.Bank;
import keiyaku.payment.gateway.GatewayUnavailableException;
import keiyaku.payment.zengin.WrongFileException;
import keiyaku.run.DueWork;
import keiyaku.shared.MovableClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Hands request files over and takes what lies ready at the bank. Each file is kept as it was
 * before anything is made of it, so that a crash loses none and none counts twice.
 */
@Component
@Order(62)
class BankExchange implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(BankExchange.class);

    /** When the bank cannot be reached. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final BankFileStore store;
    private final Bank bank;
    private final DebitResults debits;
    private final DepositNotices notices;
    private final DebitSchedule schedule;
    private final Clock clock;

    BankExchange(
            BankFileStore store,
            Bank bank,
            DebitResults debits,
            DepositNotices notices,
            DebitSchedule schedule,
            MovableClock clock) {
        this.store = store;
        this.bank = bank;
        this.debits = debits;
        this.notices = notices;
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "bank-files";
    }

    @Override
    public Optional<Instant> nextDue() {
        return store.next();
    }

    @Override
    public List<Subject> due(Instant now, int limit) {
        return store.due(now, limit);
    }

    @Override
    public int chunkSize() {
        return 1;
    }

    @Override
    public int perform(List<Subject> chunk, Instant now) {
        for (var subject : chunk) {
            store.find(BankFileStore.direction(subject), BankFileStore.number(subject))
                    .ifPresent(file -> advance(file, now));
        }
        return chunk.size();
    }

    @Override
    public void park(Subject subject, String reason) {
        store.find(BankFileStore.direction(subject), BankFileStore.number(subject))
                .ifPresent(file -> store.update(file, file.state(), reason, null));
    }

    @Override
    public void unpark(Subject subject) {
        store.find(BankFileStore.direction(subject), BankFileStore.number(subject))
                .ifPresent(file -> store.update(file, file.state(), null, clock.instant()));
    }

    /**
     * From now on the bank is asked for news each of its days; asked for before, nothing changes.
     */
    void watch() {
        var now = clock.instant();
        store.insert(
                new BankFile(
                        BankFileStore.IN,
                        BankFileStore.LOOK,
                        "look",
                        new byte[0],
                        "done",
                        null,
                        now),
                schedule.nextLook(now));
    }

    /** Takes all that lies ready at the bank. */
    void fetch() {
        for (var ready : bank.filesAfter(store.lastIn())) {
            var file =
                    new BankFile(
                            BankFileStore.IN,
                            ready.number(),
                            ready.kind(),
                            bank.file(ready.number()),
                            "taken",
                            null,
                            clock.instant());
            if (store.insert(file, clock.instant())) {
                take(file);
            }
        }
    }

    private void advance(BankFile file, Instant now) {
        try {
            switch (file.state()) {
                case "made" -> {
                    bank.send(DebitWriting.name(file.number()), file.content());
                    store.update(file, "sent", null, null);
                    watch();
                }
                case "taken" -> take(file);
                default -> {
                    fetch();
                    store.update(file, file.state(), null, schedule.nextLook(now));
                }
            }
        } catch (GatewayUnavailableException e) {
            LOG.warn("{} {} waits: {}", file.kind(), file.number(), e.getMessage());
            store.update(file, file.state(), null, now.plus(AGAIN));
        }
    }

    private void take(BankFile file) {
        try {
            switch (file.kind()) {
                case "debit-result" -> debits.take(file.content());
                case "debit-status" -> debits.takeReport(file.content());
                case "deposit-notice" -> notices.take(file.content());
                default -> throw new WrongFileException(1, 1, "a file of kind " + file.kind());
            }
            store.update(file, "done", null, null);
        } catch (WrongFileException e) {
            LOG.error("file {} of the bank is refused: {}", file.number(), e.getMessage());
            store.update(file, "refused", e.getMessage(), null);
        }
    }
}
