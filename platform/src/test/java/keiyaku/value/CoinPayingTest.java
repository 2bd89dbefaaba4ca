package keiyaku.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import org.junit.jupiter.api.Test;

/** S-7, B-6: which coins pay, and to which ones returns what they had paid. */
class CoinPayingTest {

    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));
    private static final InvoiceId INVOICE = new InvoiceId(new UUID(0, 2));
    private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");
    private static final long SEED = 7;

    private int made;

    @Test
    void earliestExpiryThenBonusThenTheOldest() {
        var late = lot(CoinKind.BONUS, 100, 2, 0);
        var bonus = lot(CoinKind.BONUS, 100, 1, 1);
        var older = lot(CoinKind.CHARGED, 100, 1, 0);
        var younger = lot(CoinKind.CHARGED, 100, 1, 2);
        assertThat(CoinPaying.pay(List.of(late, younger, older, bonus), yen(350)))
                .extracting(CoinPaying.Part::lot)
                .containsExactly(bonus, older, younger, late);
    }

    @Test
    void whatWasUsedLastReturnsFirst() {
        var uses = List.of(use(1, CoinKind.BONUS, 100), use(2, CoinKind.CHARGED, 200));
        assertThat(CoinPaying.giveBack(uses, yen(250)))
                .extracting(b -> b.use().kind() + " " + b.amount().minor())
                .containsExactly("CHARGED 200", "BONUS 50");
    }

    @Test
    void whatHasReturnedDoesNotReturnAgain() {
        var uses = List.of(use(1, CoinKind.CHARGED, 200), use(1, CoinKind.CHARGED, -150));
        assertThat(CoinPaying.giveBack(uses, yen(250)))
                .extracting(b -> b.amount().minor())
                .containsExactly(50L);
    }

    @Test
    void neverMoreThanIsOpenOrThere() {
        var random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            var lots = new ArrayList<CoinLot>();
            long there = 0;
            for (int k = random.nextInt(6); k > 0; k--) {
                long amount = 1L + random.nextInt(1_000);
                there += amount;
                var kind = random.nextBoolean() ? CoinKind.BONUS : CoinKind.CHARGED;
                lots.add(lot(kind, amount, random.nextInt(3), random.nextInt(3)));
            }
            long open = 1L + random.nextInt(3_000);
            var parts = CoinPaying.pay(lots, yen(open));
            long paid = parts.stream().mapToLong(p -> p.amount().minor()).sum();
            assertThat(paid).as("seed " + SEED + ", run " + i).isEqualTo(Math.min(open, there));
            assertThat(parts).allMatch(p -> p.amount().compareTo(p.lot().remaining()) <= 0);
        }
    }

    private CoinLot lot(CoinKind kind, long amount, int expires, int charged) {
        made++;
        return new CoinLot(
                ACCOUNT,
                new UUID(1, made),
                new UUID(2, made),
                kind,
                yen(amount),
                yen(amount),
                DAY.plus(Duration.ofDays(charged)),
                DAY.plus(Duration.ofDays(100L + expires)));
    }

    private CoinUse use(int lot, CoinKind kind, long amount) {
        made++;
        return new CoinUse(
                ACCOUNT,
                new UUID(3, made),
                INVOICE,
                INVOICE,
                ACCOUNT,
                new UUID(1, lot),
                kind,
                yen(amount),
                DAY);
    }

    private static Money yen(long amount) {
        return Money.of(amount, "JPY");
    }
}
