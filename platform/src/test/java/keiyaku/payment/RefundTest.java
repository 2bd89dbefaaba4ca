package keiyaku.payment;

import static keiyaku.payment.PaymentWorld.yen;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import keiyaku.billing.InvoiceState;
import keiyaku.billing.Ledger;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.Money;
import org.junit.jupiter.api.Test;

/** What an invoice below zero gives back, and where it goes (B-6, B-8). */
class RefundTest {

    private final PaymentWorld world = PaymentWorld.shared();
    private final AccountId account = world.payer();
    private final ContractId contract = world.contract();

    @Test
    void goesToTheContractsPaymentsFirstTheNewestFirst() {
        var old = paid(contract, 300);
        var recent = paid(contract, 200);
        var other = paid(world.contract(), 1_000);
        var credit = world.invoice(account, contract, -450);
        world.collect();
        assertThat(refunds()).isEqualTo(Map.of(recent, 200L, old, 250L));
        assertThat(world.receivable(account, credit).state()).isEqualTo(InvoiceState.REFUNDED);
        world.invoice(account, contract, -100);
        world.collect();
        assertThat(refunds()).isEqualTo(Map.of(recent, 200L, old, 300L, other, 50L));
        assertThat(balance("deposits")).isEqualTo(yen(0));
    }

    @Test
    void firstPaysWhatIsOpenOfTheSameContract() {
        var invoice = world.invoice(account, contract, 500);
        world.will(account, "insufficient-funds", 1);
        world.collect();
        world.invoice(account, contract, -200);
        world.collect();
        assertThat(world.receivable(account, invoice).open()).isEqualTo(yen(300));
        assertThat(refunds()).isEmpty();
        world.pass(Duration.ofDays(1));
        assertThat(world.payments().ofInvoice(account, invoice).getLast().amount())
                .isEqualTo(yen(300));
    }

    @Test
    void whatNoPaymentCanTakeBackIsKeptForTheMember() {
        paid(contract, 100);
        world.invoice(account, contract, -250);
        world.collect();
        assertThat(balance("deposits")).isEqualTo(yen(-150));
        var next = world.invoice(account, contract, 400);
        world.collect();
        assertThat(world.only(account, next).amount()).isEqualTo(yen(250));
        assertThat(balance("deposits")).isEqualTo(yen(0));
    }

    /** While a payment's outcome is not known, nothing is set off against its invoice. */
    @Test
    void waitsForAPaymentThatIsOnItsWay() {
        var invoice = world.invoice(account, contract, 600);
        world.will(account, "timeout", 1);
        world.collect();
        var credit = world.invoice(account, contract, -200);
        world.collect();
        assertThat(world.receivable(account, credit).open()).isEqualTo(yen(-200));
        world.pass(Duration.ofMinutes(5));
        assertThat(world.receivable(account, invoice).state()).isEqualTo(InvoiceState.PAID);
        assertThat(world.receivable(account, credit).state()).isEqualTo(InvoiceState.REFUNDED);
        assertThat(refunds().values()).containsExactly(200L);
    }

    /** Killed after the refund was claimed, before or after the call. */
    @Test
    void aCrashBetweenTheTransactionsIsSweptUp() {
        paid(contract, 600);
        for (boolean called : List.of(false, true)) {
            var credit = world.invoice(account, contract, -200);
            var subject = new keiyaku.run.DueWork.Subject(account.value(), credit.value());
            var claimed = world.app.part(GivingBack.class).claim(subject, world.clock().instant());
            if (called) {
                var refunding = world.app.part(Refunding.class);
                var asked = claimed.stream().map(r -> new RefundStore.Asked(r, 0)).toList();
                refunding.calls(asked).forEach(refunding::ask);
            }
            world.pass(Duration.ofMinutes(5));
            assertThat(world.receivable(account, credit).state()).isEqualTo(InvoiceState.REFUNDED);
        }
        assertThat(world.payments().of(account, 1).getFirst().refunded()).isEqualTo(yen(400));
        assertThat(balance("cash-in-transit")).isEqualTo(yen(200));
    }

    private PaymentId paid(ContractId of, long amount) {
        var invoice = world.invoice(account, of, amount);
        world.collect();
        world.pass(Duration.ofSeconds(1));
        return world.only(account, invoice).id();
    }

    private Map<PaymentId, Long> refunds() {
        return world.payments().refundsOf(account, 100).stream()
                .filter(r -> r.state() == Refund.State.REFUNDED)
                .collect(
                        Collectors.groupingBy(
                                Refund::payment, Collectors.summingLong(r -> r.amount().minor())));
    }

    private Money balance(String ledgerAccount) {
        return world.app.part(Ledger.class).balances(account).getOrDefault(ledgerAccount, yen(0));
    }
}
