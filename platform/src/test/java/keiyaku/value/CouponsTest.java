package keiyaku.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import keiyaku.catalog.CatalogFile;
import keiyaku.catalog.Catalogs;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.member.NewMember;
import keiyaku.run.Runner;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import keiyaku.shared.MovableClock;
import keiyaku.shared.RefusedException;
import keiyaku.testing.App;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S-1, S-2 on the database: limits hold, codes are single, guessing is slowed, lapses are told. */
class CouponsTest {

    private static final App APP = App.start(Map.of());
    private static final String ALWAYS = "from: 2020-01-01, to: 2099-12-31}\n";
    private static final String CREDIT = "grants: {credit: 100, products: [works], validDays: 9}, ";
    private static int members;

    private final Coupons coupons = APP.part(Coupons.class);

    @BeforeAll
    static void offer() throws IOException {
        String demo;
        try (var file = CouponsTest.class.getResourceAsStream("/catalog/demo.yaml")) {
            demo = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
        var more =
                "coupons:\n"
                        + "  - {code: FEW, limit: 3, "
                        + CREDIT
                        + ALWAYS
                        + "  - {code: BATCH, singleUse: true, perMember: 9, "
                        + "grants: {discount: 10%, products: [works], months: 1}, "
                        + ALWAYS
                        + "  - {code: FIRMS, for: {memberType: business}, "
                        + CREDIT
                        + ALWAYS
                        + "  - {code: ABROAD, for: {countries: [KR]}, "
                        + CREDIT
                        + ALWAYS
                        + "  - {code: NEWCOMER, for: {newWithinDays: 30}, "
                        + CREDIT
                        + ALWAYS;
        var catalogs = APP.part(Catalogs.class);
        var day = catalogs.any() ? catalogs.today() : LocalDate.EPOCH;
        var file = CatalogFile.read("test.yaml", demo.replace("coupons:\n", more));
        catalogs.apply(file, day, "test");
    }

    @AfterAll
    static void stop() {
        APP.stop();
    }

    @Test
    void aLimitHoldsForAllWhoComeAtOnce() throws Exception {
        var tries = new ArrayList<Future<String>>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 8; i++) {
                var account = member(MemberType.INDIVIDUAL);
                tries.add(threads.submit(() -> redeem(account, "FEW")));
            }
        }
        var answers = new ArrayList<String>();
        for (var each : tries) {
            answers.add(each.get());
        }
        assertThat(answers.stream().filter("granted"::equals)).hasSize(3);
        assertThat(answers.stream().filter("coupon-over"::equals)).hasSize(5);
    }

    @Test
    void aCodeOfABatchIsRedeemedOnce() {
        var codes = coupons.makeBatch("BATCH", 2, "test");
        var one = member(MemberType.INDIVIDUAL);
        var other = member(MemberType.INDIVIDUAL);
        var code = codes.getFirst();
        assertThat(redeem(one, "BATCH")).isEqualTo("coupon-unknown");
        assertThat(redeem(one, " " + code.toLowerCase(Locale.ROOT).replace("-", "") + " "))
                .isEqualTo("granted");
        assertThat(redeem(one, code)).isEqualTo("coupon-used");
        assertThat(redeem(other, code)).isEqualTo("coupon-used");
        assertThat(redeem(other, codes.getLast())).isEqualTo("granted");
        assertThat(APP.part(Discounts.class).of(other)).hasSize(1);
    }

    @Test
    void aCouponMayBeForSomeOnly() {
        assertThat(redeem(member(MemberType.INDIVIDUAL), "FIRMS")).isEqualTo("coupon-not-for-you");
        assertThat(redeem(member(MemberType.BUSINESS), "FIRMS")).isEqualTo("granted");
        assertThat(redeem(member(MemberType.BUSINESS), "ABROAD")).isEqualTo("coupon-not-for-you");
        assertThat(redeem(member(MemberType.BUSINESS), "NEWCOMER")).isEqualTo("granted");
    }

    @Test
    void guessingHasToWait() {
        var account = member(MemberType.INDIVIDUAL);
        for (int i = 0; i < 10; i++) {
            assertThat(redeem(account, "GUESS" + i)).isEqualTo("coupon-unknown");
        }
        assertThat(redeem(account, "NEWCOMER")).isEqualTo("coupon-wait");
        assertThat(redeem(member(MemberType.INDIVIDUAL), "NEWCOMER")).isEqualTo("granted");
    }

    /** S-1: a notice 30 and 7 days before the end, none after, and what is left lapses. */
    @Test
    void aCreditIsToldOfBeforeItLapses() {
        var account = member(MemberType.INDIVIDUAL);
        var today = APP.part(Catalogs.class).today();
        var credit =
                APP.part(Credits.class)
                        .grant(
                                new CreditGrant(
                                        account,
                                        "WELCOME",
                                        CreditKind.PROMOTION,
                                        Money.of(3_000, "JPY"),
                                        new Products(List.of("works")),
                                        today,
                                        today.plusDays(40),
                                        "test"));
        var told = new ArrayList<Long>();
        for (int day = 1; day <= 42; day++) {
            var clock = APP.part(MovableClock.class);
            clock.advanceTo(clock.instant().plus(Duration.ofDays(1)));
            APP.part(Runner.class).runDue(APP.part(CreditsDue.class), clock.instant());
            told.add(notices(account));
        }
        assertThat(told.subList(0, 9)).containsOnly(0L);
        assertThat(told.subList(11, 32)).containsOnly(1L);
        assertThat(told.subList(34, 42)).containsOnly(2L);
        assertThat(APP.part(Credits.class).history(account, credit.id()))
                .extracting(CreditMovement::kind)
                .contains(CreditMovement.Kind.LAPSED);
        assertThat(APP.part(Credits.class).of(account)).allMatch(each -> each.balance().isZero());
    }

    private static long notices(AccountId account) {
        return APP.part(JdbcClient.class)
                .sql(
                        """
                        SELECT count(*) FROM notification.message
                        WHERE account_id = ? AND template = 'credit-lapsing'\
                        """)
                .param(account.value())
                .query(Long.class)
                .single();
    }

    private String redeem(AccountId account, String code) {
        try {
            coupons.redeem(account, code);
            return "granted";
        } catch (RefusedException e) {
            return e.refusal().code();
        }
    }

    private static synchronized AccountId member(MemberType type) {
        members++;
        return APP.part(Members.class)
                .register(List.of(NewMember.named("coupon-" + members, type, "JP")))
                .getFirst()
                .account();
    }
}
