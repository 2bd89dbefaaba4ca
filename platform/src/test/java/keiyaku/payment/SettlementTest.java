package keiyaku.payment;

import static keiyaku.payment.PaymentWorld.yen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import keiyaku.billing.Ledger;
import keiyaku.database.Verification;
import keiyaku.database.Verification.Result;
import keiyaku.payment.settlement.SettlementFile;
import keiyaku.payment.zengin.WrongFileException;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** what the acquirer pays out agrees with what we took, or stands on the operators' list. */
class SettlementTest {

    private static final String FILE =
            """
            H,9,keiyaku,2026-03-06,JPY
            T,capture,pay_1,pay_1,ref 00000000-0000-0000-0000-000000000001,1000,30,970
            T,refund,key_1,pay_1,ref 00000000-0000-0000-0000-000000000001,-400,0,-400
            S,2,600,30,570
            """;

    private final PaymentWorld world = PaymentWorld.shared();

    @Test
    void whatAgreesComesToTheBankLessFees() {
        var account = world.payer();
        var contract = world.contract();
        world.invoice(account, contract, 10_000);
        world.collect();
        world.invoice(account, contract, -4_000);
        world.collect();
        assertThat(balances(account).get("cash-in-transit")).isEqualTo(yen(6_000));
        settle();
        assertThat(of(account)).isEmpty();
        var balances = balances(account);
        assertThat(balances.get("cash-in-transit")).isEqualTo(yen(0));
        assertThat(balances.get("acquirer-fees")).isEqualTo(yen(300));
        assertThat(balances.get("bank")).isEqualTo(yen(5_700));
        settle();
        assertThat(balances(account)).isEqualTo(balances);
        holds();
    }

    @Test
    void anotherAmountAndWhatIsLeftOutAreToldAndCanBeSeenTo() {
        var wrong = world.payer();
        var left = world.payer();
        misreport(world.invoice(wrong, 5_000), wrong, Map.of("amount", 4_999));
        misreport(world.invoice(left, 7_000), left, Map.of());
        settle();
        var amount = of(wrong).getFirst();
        assertThat(amount.why()).isEqualTo("amount");
        assertThat(amount.ours()).isEqualTo(yen(5_000));
        assertThat(amount.theirs()).isEqualTo(yen(4_999));
        assertThat(amount.line()).isGreaterThan(1);
        assertThat(balances(wrong)).doesNotContainKey("bank");
        assertThat(of(left)).isEmpty();
        for (int i = 0; i < 5; i++) {
            settle();
        }
        assertThat(of(left))
                .singleElement()
                .satisfies(
                        missing -> {
                            assertThat(missing.why()).isEqualTo("missing-there");
                            assertThat(missing.ours()).isEqualTo(yen(7_000));
                            assertThat(missing.theirs()).isNull();
                        });
        settlements().close(amount.id(), "op");
        assertThat(of(wrong)).isEmpty();
        assertThatThrownBy(() -> settlements().close(amount.id(), "op"))
                .hasMessageContaining("difference-unknown");
        holds();
    }

    @Test
    void whatWeDoNotKnowIsToldAndAFileTwiceCountsOnce() {
        var account = world.payer();
        var unknown =
                FILE.replace("00000000-0000-0000-0000-000000000001", account.value().toString())
                        .replace("pay_1", "pay_" + account.value());
        put(unknown);
        assertThat(of(account))
                .extracting(SettlementDifference::why)
                .containsExactly("missing-here", "missing-here");
        put(unknown);
        assertThat(of(account)).hasSize(2);
        put(FILE.replace("S,2,600", "S,2,601"));
        assertThat(settlements().refusedFiles(1).getFirst())
                .contains("line 4, column 5: 601, but the lines come to 600");
        holds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H,9        | X,9      | line 1, column 1: a line H is expected",
                "2026-03-06 | 06.03.26 | line 1, column 13: '06.03.26' is no day",
                "JPY        | YEN1     | line 1, column 24: 'YEN1' is no currency",
                "T,capture  | T,taken  | line 2, column 3: 'taken' is no kind",
                "1000,30    | 1000,31  | line 2, column 72: 970, but",
                ",-400,0    | ,four,0  | line 3, column 63: 'four' is no number",
                ",0,-400    | ,0       | line 3, column 1: it has 7 fields",
                "S,2        | S,3      | line 4, column 3: 3, but the lines come to 2",
            },
            quoteCharacter = '^')
    void aWrongFileIsRefusedWithItsPlace(String right, String wrong, String place) {
        var text = FILE.replace(right, wrong);
        assertThat(text).isNotEqualTo(FILE);
        assertThatThrownBy(() -> SettlementFile.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(WrongFileException.class)
                .hasMessageStartingWith(place);
    }

    private void misreport(InvoiceId invoice, AccountId account, Map<String, Object> how) {
        world.collect();
        var payment = world.only(account, invoice).id().value();
        world.cardholder.post(
                world.sandbox.acquirer() + "/control/payments/" + payment + "/misreport", how);
    }

    /** The acquirer makes a file a weekday: the next one is taken. */
    private void settle() {
        do {
            world.clock().advanceTo(world.clock().instant().plus(Duration.ofDays(1)));
        } while (weekend());
        settlements().fetch();
    }

    private boolean weekend() {
        var day = world.clock().instant().atZone(java.time.ZoneOffset.UTC).getDayOfWeek();
        return day.getValue() > 5;
    }

    private void put(String content) {
        world.cardholder.post(
                world.sandbox.acquirer() + "/control/settlements/put",
                Map.of("merchant", "keiyaku", "content", content));
        settlements().fetch();
    }

    private void holds() {
        var broken = new ArrayList<Result>();
        world.app
                .part(Verification.class)
                .run(
                        result -> {
                            if (!result.holds()) {
                                broken.add(result);
                            }
                        });
        assertThat(broken).isEmpty();
    }

    private List<SettlementDifference> of(AccountId account) {
        return settlements().differences(1_000).stream()
                .filter(d -> account.equals(d.account()))
                .toList();
    }

    private Map<String, Money> balances(AccountId account) {
        return world.app.part(Ledger.class).balances(account);
    }

    private Settlements settlements() {
        return world.app.part(Settlements.class);
    }
}
