package keiyaku.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import keiyaku.database.Verification;
import keiyaku.database.Verification.Result;
import org.junit.jupiter.api.Test;

/**
 * What verify proves about payments holds after all kinds of outcomes, and is told when it does
 * not.
 */
class PaymentInvariantsTest {

    private final PaymentWorld world = PaymentWorld.shared();

    @Test
    void holdsAfterCapturesRefusalsTimeOutsAndRefunds() {
        var account = world.payer();
        var contract = world.contract();
        world.invoice(account, contract, 700);
        world.collect();
        world.will(account, "timeout", 1);
        world.invoice(account, world.contract(), 900);
        world.collect();
        world.invoice(account, contract, -300);
        world.collect();
        world.pass(Duration.ofMinutes(5));
        assertThat(broken()).isEmpty();
    }

    @Test
    void tellsOfMoneyThatTheLedgerDoesNotKnow() {
        var account = world.payer();
        var invoice = world.invoice(account, 700);
        world.collect();
        var payment = world.only(account, invoice);
        amount(payment, 701);
        assertThat(broken())
                .singleElement()
                .matches(result -> result.name().equals("payment-in-ledger"))
                .matches(
                        result ->
                                result.findings()
                                        .getFirst()
                                        .text()
                                        .equals("paid JPY 701, the ledger says JPY 700"));
        amount(payment, 700);
    }

    private void amount(Payment payment, long amount) {
        world.jdbc()
                .sql("UPDATE payment.payment SET amount = ? WHERE account_id = ? AND id = ?")
                .params(amount, payment.account().value(), payment.id().value())
                .update();
    }

    private List<Result> broken() {
        var broken = new ArrayList<Result>();
        world.app
                .part(Verification.class)
                .run(
                        result -> {
                            if (!result.holds() && result.name().startsWith("payment-")) {
                                broken.add(result);
                            }
                        });
        return broken;
    }
}
