package keiyaku.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import keiyaku.billing.Invoice;
import keiyaku.billing.InvoiceDraft;
import keiyaku.billing.Invoices;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** B-10: numbers without gaps, for which nobody waits longer than for another's commit. */
class InvoiceNumbersTest {

    private final PaymentWorld world = PaymentWorld.shared();
    private final AccountId account = world.domestic();
    private final TransactionTemplate transaction = transaction();

    @Test
    void oneThatIssuesFirstAndCommitsLastHoldsUpNobody() {
        var ids =
                transaction.execute(
                        status -> {
                            var slow = issue();
                            var quick = Objects.requireNonNull(transaction().execute(s -> issue()));
                            return List.of(quick, slow);
                        });
        var quick = number(Objects.requireNonNull(ids).getFirst());
        assertThat(number(ids.getLast())).isEqualTo(quick + 1);
    }

    @Test
    void whatIsTakenBackLeavesNoGap() {
        var before = number(Objects.requireNonNull(transaction.execute(status -> issue())));
        transaction.executeWithoutResult(
                status -> {
                    issue();
                    status.setRollbackOnly();
                });
        var ids =
                Objects.requireNonNull(
                        transaction.execute(status -> List.of(issue(), issue(), issue())));
        assertThat(ids.stream().map(this::number))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(before + 1, before + 3).boxed().toList());
    }

    @Test
    void inItsOwnTransactionAnInvoiceHasNoNumberYet() {
        transaction.executeWithoutResult(
                status -> {
                    var issued = world.app.part(Invoices.class).issue(List.of(draft())).getFirst();
                    assertThatThrownBy(issued::number).isInstanceOf(IllegalStateException.class);
                });
    }

    private InvoiceId issue() {
        return world.app.part(Invoices.class).issue(List.of(draft())).getFirst().id();
    }

    private InvoiceDraft draft() {
        return world.draft(account, world.contract(), 1_000);
    }

    private long number(InvoiceId id) {
        var number =
                world.app
                        .part(Invoices.class)
                        .invoice(account, id)
                        .map(Invoice::number)
                        .orElseThrow();
        return Long.parseLong(number.substring(number.indexOf('-') + 1));
    }

    private TransactionTemplate transaction() {
        var template = new TransactionTemplate(world.app.part(PlatformTransactionManager.class));
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }
}
