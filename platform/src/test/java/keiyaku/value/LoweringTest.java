package keiyaku.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import keiyaku.shared.Rate;
import keiyaku.value.Line.Reversed;
import keiyaku.value.Line.Share;
import keiyaku.value.Reduction.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** B-9, B-6, S-1, S-3: what lowers a charge, in which order, and what returns. */
class LoweringTest {

    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));
    private static final LocalDate DAY = LocalDate.parse("2026-03-10");
    private static final long SEED = 20_260_310;

    private int made;

    @Test
    void ratesBeforeAmountsAndTheLargerFirst() {
        var held =
                holdings(
                        List.of(
                                amountOff("a100", 100),
                                rateOff("r10", "10%"),
                                rateOff("r20", "20%"),
                                amountOff("a300", 300)),
                        List.of());
        assertThat(lower(held, line(1, "works", 800)))
                .containsExactly("r20 160", "r10 64", "a300 300", "a100 100");
    }

    @Test
    void nothingGoesBelowZeroAndNothingLeavesALineOfZero() {
        var held =
                holdings(
                        List.of(amountOff("a500", 500), amountOff("a400", 400)),
                        List.of(credit("c", 900, null, "works")));
        assertThat(lower(held, line(1, "works", 450))).containsExactly("a500 450");
    }

    @Test
    void anAmountIsOffAWholePeriod() {
        var held = holdings(List.of(amountOff("a300", 300)), List.of());
        var part = new Line(1, "works", "lite", DAY, yen(500), false, new Share(10, 30), null);
        assertThat(lower(held, part)).containsExactly("a300 100");
    }

    @Test
    void aDiscountIsForItsProductsMonthsPlanAndMinimum() {
        var other = discount("other", "10%", new Products(List.of("storage")), null, null);
        var plan = discount("plan", "10%", Products.ALL, "premium", null);
        var least = discount("least", "10%", Products.ALL, null, yen(801));
        var over =
                new Discount(
                        ACCOUNT,
                        id(),
                        "over",
                        new Discount.RateOff(Rate.parse("10%")),
                        Products.ALL,
                        Discount.Condition.NONE,
                        DAY.minusMonths(1),
                        DAY,
                        "test",
                        Instant.EPOCH);
        var held = holdings(List.of(other, plan, least, over), List.of());
        assertThat(lower(held, line(1, "works", 800))).isEmpty();
    }

    @Test
    void creditsThatEndFirstThenTheNarrowerThenTheOlder() {
        var end = LocalDate.parse("2026-12-31");
        var held =
                holdings(
                        List.of(),
                        List.of(
                                credit("endless", 100, null),
                                credit("all", 100, end),
                                credit("two", 100, end, "works", "storage"),
                                credit("one", 100, end, "works"),
                                credit("one-younger", 100, end, "works"),
                                credit("soon", 100, end.minusDays(1)),
                                credit("other", 100, end, "storage"),
                                credit("over", 100, DAY.minusDays(1))));
        assertThat(lower(held, line(1, "works", 560)))
                .containsExactly(
                        "soon 100",
                        "one 100",
                        "one-younger 100",
                        "two 100",
                        "all 100",
                        "endless 60");
    }

    @Test
    void aFeeIsLoweredByNothing() {
        var held = holdings(List.of(rateOff("r", "20%")), List.of(credit("c", 900, null)));
        var fee = new Line(1, "works", "lite", DAY, yen(800), true, Share.WHOLE, null);
        assertThat(lower(held, fee)).isEmpty();
    }

    @Test
    void whatReturnsToACreditCanBeUsedOnTheSameBill() {
        var credit = credit("c", 0, null, "works");
        var used =
                new Reduction(
                        1,
                        1,
                        Kind.CREDIT,
                        credit.id(),
                        "c",
                        new Reckoning.CreditUsed(yen(600), yen(600)));
        var back = back(1, -300, 600, List.of(used));
        var held = holdings(List.of(), List.of(credit));
        assertThat(lower(held, back, line(2, "works", 500))).containsExactly("c -300", "c 300");
    }

    @Test
    void sharesAreCutSoThatTheyMakeUpWhatIsGivenBack() {
        var discounted =
                new Reduction(
                        1,
                        1,
                        Kind.DISCOUNT,
                        id(),
                        "d",
                        new Reckoning.AmountOff(yen(800), yen(300), 1, 1));
        var credit = credit("c", 0, null, "works");
        var used =
                new Reduction(
                        1,
                        2,
                        Kind.CREDIT,
                        credit.id(),
                        "c",
                        new Reckoning.CreditUsed(yen(500), yen(500)));
        var held = holdings(List.of(), List.of(credit));
        assertThat(lower(held, back(1, -542, 800, List.of(discounted, used))))
                .containsExactly("d -203", "c -339");
    }

    /** Whatever is held: never below zero, and all given back makes all come back. */
    @Test
    void propertiesOfAnyHoldings() {
        var random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            var held = anything(random);
            long price = 1L + random.nextInt(5_000);
            var line = line(1, "works", price);
            var before = sumOfCredits(held);
            var made = Lowering.of(new Bill(ACCOUNT, DAY, List.of(line)), held);
            var off = sum(made);
            var what = "seed " + SEED + ", run " + i + ": " + made;
            assertThat(off).as(what).isBetween(0L, price);
            assertThat(before - sumOfCredits(held)).as(what).isEqualTo(sum(made, Kind.CREDIT));
            long part = 1 + random.nextLong(price);
            var some = Lowering.of(bill(back(1, -part, price, made)), held);
            assertThat(-sum(some)).as(what).isBetween(0L, part);
            if (off == price) {
                assertThat(-sum(some)).as(what).isEqualTo(part);
            }
            var whole = Lowering.of(bill(back(1, -price, price, made)), Holdings.none());
            assertThat(-sum(whole)).as(what).isEqualTo(off);
        }
    }

    private Holdings anything(Random random) {
        var discounts = new ArrayList<Discount>();
        var credits = new ArrayList<Credit>();
        for (int k = random.nextInt(4); k > 0; k--) {
            discounts.add(
                    random.nextBoolean()
                            ? rateOff("r", (1 + random.nextInt(100)) + "%")
                            : amountOff("a", 1L + random.nextInt(2_000)));
        }
        for (int k = random.nextInt(4); k > 0; k--) {
            credits.add(
                    credit(
                            "c",
                            1 + random.nextInt(3_000),
                            DAY.plusDays(random.nextInt(3)),
                            "works"));
        }
        return holdings(discounts, credits);
    }

    private static List<String> lower(Holdings held, Line... lines) {
        return Lowering.of(bill(lines), held).stream()
                .map(r -> r.name() + " " + r.amount().minor())
                .toList();
    }

    private static Bill bill(Line... lines) {
        return new Bill(ACCOUNT, DAY, List.of(lines));
    }

    private static Line line(int number, String product, long amount) {
        return new Line(number, product, "lite", DAY, yen(amount), false, Share.WHOLE, null);
    }

    private static Line back(int number, long amount, long charged, List<Reduction> reductions) {
        return new Line(
                number,
                "works",
                "lite",
                DAY,
                yen(amount),
                false,
                Share.WHOLE,
                new Reversed(yen(charged), reductions));
    }

    private static Holdings holdings(List<Discount> discounts, List<Credit> credits) {
        return new Holdings(discounts, credits);
    }

    private Discount rateOff(String name, String rate) {
        return discount(name, rate, new Products(List.of("works")), null, null);
    }

    private Discount discount(
            String name,
            String rate,
            Products products,
            @Nullable String plan,
            @Nullable Money minimum) {
        return new Discount(
                ACCOUNT,
                id(),
                name,
                new Discount.RateOff(Rate.parse(rate)),
                products,
                new Discount.Condition(plan, minimum),
                DAY,
                null,
                "test",
                Instant.EPOCH);
    }

    private Discount amountOff(String name, long amount) {
        return new Discount(
                ACCOUNT,
                id(),
                name,
                new Discount.AmountOff(yen(amount)),
                Products.ALL,
                Discount.Condition.NONE,
                DAY,
                null,
                "test",
                Instant.EPOCH);
    }

    private Credit credit(String name, long balance, @Nullable LocalDate to, String... products) {
        return new Credit(
                ACCOUNT,
                id(),
                name,
                CreditKind.SUPPORT,
                new Products(List.of(products)),
                yen(10_000),
                yen(balance),
                LocalDate.EPOCH,
                to,
                "test",
                Instant.EPOCH);
    }

    private UUID id() {
        made++;
        return new UUID(0, made);
    }

    private static long sumOfCredits(Holdings held) {
        return held.credits().stream().mapToLong(c -> c.balance().minor()).sum();
    }

    private static long sum(List<Reduction> made) {
        return made.stream().mapToLong(r -> r.amount().minor()).sum();
    }

    private static long sum(List<Reduction> made, Kind kind) {
        return made.stream().filter(r -> r.kind() == kind).mapToLong(r -> r.amount().minor()).sum();
    }

    private static Money yen(long amount) {
        return Money.of(amount, "JPY");
    }
}
