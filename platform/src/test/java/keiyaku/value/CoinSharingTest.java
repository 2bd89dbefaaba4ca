package keiyaku.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import keiyaku.member.Member;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.member.NewMember;
import keiyaku.member.Organizations;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import keiyaku.testing.App;
import keiyaku.value.CoinPayments.Payable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

/** S-10: 50 members use one charge in 4 threads, 10,000 times: never below zero, sums exact. */
class CoinSharingTest {

    private static final App APP = App.start(Map.of());
    private static final int THREADS = 4;
    private static final int CHUNKS = 250;
    private static final int CHUNK = 10;
    private static final long CHARGE = 500_000;

    private final TransactionOperations transaction = APP.part(TransactionOperations.class);
    private final Coins coins = APP.part(Coins.class);

    @AfterAll
    static void stop() {
        APP.stop();
    }

    @Test
    void manyUseOneChargeAtOnce() throws Exception {
        var accounts = accounts();
        var manager = accounts.removeFirst();
        var charge = UUID.randomUUID();
        transaction.executeWithoutResult(s -> coins.arrive(manager, charge, yen(CHARGE)));
        APP.part(Organizations.class).join(manager, accounts);
        APP.part(CoinSharing.class).share(manager, charge, accounts);
        var there = CHARGE + coins.bonus(yen(CHARGE)).minor();

        var paid = new ArrayList<Future<Long>>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                var random = new Random(i);
                paid.add(threads.submit(() -> use(accounts, random)));
            }
        }
        long used = 0;
        for (var each : paid) {
            used += each.get();
        }

        long left = coins.lots(manager).stream().mapToLong(l -> l.remaining().minor()).sum();
        assertThat(coins.lots(manager)).allMatch(l -> !l.remaining().isNegative());
        assertThat(used).isEqualTo(there - left);
        assertThat(accounts.stream().mapToLong(this::usedBy).sum()).isEqualTo(used);
        assertThat(left).as("all was used up").isZero();
    }

    private long use(List<AccountId> accounts, Random random) {
        var payments = APP.part(CoinPayments.class);
        long paid = 0;
        for (int i = 0; i < CHUNKS; i++) {
            var payables =
                    IntStream.range(0, CHUNK)
                            .mapToObj(
                                    k ->
                                            new Payable(
                                                    accounts.get(random.nextInt(accounts.size())),
                                                    new InvoiceId(UUID.randomUUID()),
                                                    yen(1L + random.nextInt(120))))
                            .toList();
            var uses = Objects.requireNonNull(transaction.execute(s -> payments.pay(payables)));
            paid += uses.stream().mapToLong(u -> u.amount().minor()).sum();
        }
        return paid;
    }

    private long usedBy(AccountId account) {
        return coins.uses(account).stream().mapToLong(u -> u.amount().minor()).sum();
    }

    private static List<AccountId> accounts() {
        var members =
                IntStream.rangeClosed(0, 50)
                        .mapToObj(i -> NewMember.named("share-" + i, MemberType.BUSINESS, "JP"))
                        .toList();
        return new ArrayList<>(
                APP.part(Members.class).register(members).stream().map(Member::account).toList());
    }

    private static Money yen(long amount) {
        return Money.of(amount, "JPY");
    }
}
