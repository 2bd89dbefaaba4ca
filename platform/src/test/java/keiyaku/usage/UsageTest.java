package keiyaku.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import keiyaku.billing.Invoices;
import keiyaku.catalog.CatalogFile;
import keiyaku.catalog.Catalogs;
import keiyaku.contract.ApplicationForm;
import keiyaku.contract.Contract;
import keiyaku.contract.Contracts;
import keiyaku.database.DatabaseAccess;
import keiyaku.database.Verification;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.member.NewMember;
import keiyaku.shared.AccountId;
import keiyaku.shared.MovableClock;
import keiyaku.shared.RefusedException;
import keiyaku.testing.App;
import keiyaku.testing.Cards;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/** B-7, B-8 through the doors: each event once, a month billed once, whatever happens twice. */
class UsageTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final List<AccountId> MEMBERS = new ArrayList<>();
    private static final long SEED = 11;

    @SuppressWarnings("NullAway.Init")
    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Map.of("keiyaku.run.workers", 0, "keiyaku.clock.start", START.toString()));
        var catalogs = app.part(Catalogs.class);
        if (!catalogs.any()) {
            catalogs.apply(CatalogFile.demo(), LocalDate.EPOCH, "test");
        }
        // All on the 1st: one of the tests moves the clock.
        IntStream.range(0, 3).forEach(i -> MEMBERS.add(contracted()));
    }

    @AfterAll
    static void stop() {
        app.stop();
    }

    /** Overlapping batches in any order from four senders at once. */
    @Test
    void theSameIdCountsOnceAtTheSameTime() throws Exception {
        var account = member();
        var random = new Random(SEED);
        var sending = new ArrayList<Callable<Long>>();
        for (int batch = 0; batch < 12; batch++) {
            int from = batch * 50;
            var events =
                    new ArrayList<>(
                            IntStream.range(from, from + 200)
                                    .mapToObj(i -> event(account, "e" + i, "requests", "0.1"))
                                    .toList());
            Collections.shuffle(events, random);
            sending.add(() -> app.part(UsageEvents.class).take(events).fresh());
        }
        assertThat(together(sending)).isEqualTo(750);
        var estimate = app.part(Estimates.class).of(account, TOKYO, YearMonth.of(2026, 3));
        assertThat(estimate.meters()).hasSize(1);
        assertThat(estimate.meters().getFirst().soFar().used()).isEqualByComparingTo("75");
        assertThat(estimate.soFar().minor()).isEqualTo(37);
        assertThat(findings()).isEmpty();
    }

    @Test
    void aBatchIsTakenAsAWholeOrNotAtAll() {
        var account = member();
        var events =
                List.of(event(account, "good", "requests", "1"), event(account, "bad", "no", "1"));
        assertThatThrownBy(() -> app.part(UsageEvents.class).take(events))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("meter-unknown")
                .hasMessageContaining("bad");
        assertThat(app.part(UsageEvents.class).take(events.subList(0, 1)).fresh()).isEqualTo(1);
        assertThat(app.part(UsageEvents.class).take(events.subList(0, 1)).known()).isEqualTo(1);
    }

    @Test
    void aMonthIsBilledOnceHoweverOftenItRuns() throws Exception {
        var account = member();
        app.part(UsageEvents.class).take(List.of(event(account, "a", "requests", "1000")));
        var work = app.part(BillsDue.class);
        app.part(MovableClock.class).advanceTo(Instant.parse("2026-04-03T15:00:00Z"));
        var now = app.part(MovableClock.class).instant();
        work.perform(work.due(now, 1_000), now);
        var drafts = work.due(now, 1_000);
        together(
                Collections.nCopies(
                        4,
                        () -> {
                            work.perform(drafts, now);
                            return 0L;
                        }));
        assertThat(work.due(now, 1_000)).isEmpty();
        var invoices = app.part(Invoices.class).of(account, null, 10);
        assertThat(invoices).hasSize(1);
        assertThat(invoices.getFirst().amounts().subtotal().minor()).isEqualTo(500);
        // As if the bill had been forgotten: the charge's own key refuses a second one.
        owner(
                "UPDATE usage.bill SET state = 'draft', invoice_id = NULL, due_at = '2026-04-04'"
                        + " WHERE account_id = '"
                        + account.value()
                        + "'");
        var again = work.due(now.plusSeconds(86_400), 1_000);
        assertThat(again).hasSize(1);
        assertThatThrownBy(() -> work.perform(again, now.plusSeconds(86_400)))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("charge_once");
        owner("UPDATE usage.bill SET state = 'final', due_at = NULL WHERE due_at IS NOT NULL");
        assertThat(app.part(Invoices.class).of(account, null, 10)).hasSize(1);
        assertThat(findings()).isEmpty();
    }

    private static long together(List<Callable<Long>> deeds) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(4)) {
            long sum = 0;
            for (var done : threads.invokeAll(deeds)) {
                sum += done.get();
            }
            return sum;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static AccountId member() {
        return MEMBERS.get(NUMBERS.decrementAndGet());
    }

    private static List<String> findings() {
        var findings = new ArrayList<String>();
        app.part(Verification.class)
                .run(
                        result ->
                                result.findings()
                                        .forEach(f -> findings.add(result.name() + ": " + f)));
        return findings;
    }

    private static void owner(String sql) throws SQLException {
        var access = app.part(DatabaseAccess.class);
        try (var connection =
                        DriverManager.getConnection(
                                access.url(), access.ownerUser(), access.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static UsageEvent event(AccountId account, String id, String meter, String quantity) {
        return new UsageEvent(account, id, "storage", null, meter, new BigDecimal(quantity), START);
    }

    private static AccountId contracted() {
        var named =
                NewMember.named("user" + NUMBERS.incrementAndGet(), MemberType.INDIVIDUAL, "JP");
        var account = app.part(Members.class).register(List.of(named)).getFirst().account();
        Cards.register(app, account);
        var offer = new Contract.Offer("storage", "pay-as-you-go", 1, "JP", "vpc");
        var form = new ApplicationForm(account, offer, TOKYO, null, null, List.of());
        app.part(Contracts.class).apply(form, "test");
        return account;
    }
}
