package keiyaku.payment;

import static keiyaku.payment.PaymentWorld.yen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import keiyaku.billing.InvoiceState;
import keiyaku.billing.Receivables;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.RefusedException;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Collection by card: once, whatever happens in between (B-20 to B-22). */
class CollectionTest {

    private final PaymentWorld world = PaymentWorld.shared();

    @Test
    void whatIsDueIsCaptured() {
        var account = world.payer();
        var invoice = world.invoice(account, 1_200);
        world.collect();
        var payment = world.only(account, invoice);
        assertThat(payment.state()).isEqualTo(PaymentState.CAPTURED);
        assertThat(payment.amount()).isEqualTo(yen(1_200));
        assertThat(payment.paidBy()).isNotNull();
        assertThat(world.receivable(account, invoice).state()).isEqualTo(InvoiceState.PAID);
        assertThat(world.taken(invoice)).hasSize(1);
        assertThat(world.mails(account)).containsExactly("invoice-issued");
    }

    @Test
    void aSoftRefusalIsTriedAgainAfterOneThreeAndSevenDays() {
        var account = world.payer();
        var invoice = world.invoice(account, 500);
        world.will(account, "insufficient-funds", 3);
        world.collect();
        assertThat(states(account, invoice)).isEqualTo("refused:insufficient-funds");
        world.pass(Duration.ofDays(2));
        assertThat(world.payments().ofInvoice(account, invoice)).hasSize(2);
        world.pass(Duration.ofDays(2));
        assertThat(world.payments().ofInvoice(account, invoice)).hasSize(3);
        world.pass(Duration.ofDays(4));
        assertThat(states(account, invoice))
                .isEqualTo(
                        "refused:insufficient-funds refused:insufficient-funds"
                                + " refused:insufficient-funds captured:");
        assertThat(world.mails(account))
                .containsExactly(
                        "invoice-issued",
                        "payment-failed",
                        "payment-failed",
                        "payment-failed",
                        "payment-received");
        assertThat(world.taken(invoice)).hasSize(1);
    }

    @Test
    void aHardRefusalIsNotTriedAgainButANewCardIsAtOnce() {
        var account = world.payer();
        var invoice = world.invoice(account, 700);
        world.will(account, "stolen", 1);
        world.collect();
        world.pass(Duration.ofDays(8));
        assertThat(states(account, invoice)).isEqualTo("refused:stolen");
        assertThat(world.mails(account)).containsExactly("invoice-issued", "payment-failed-last");
        world.register(account, Cardholder.number("520039", 16, 0));
        world.collect();
        assertThat(states(account, invoice)).isEqualTo("refused:stolen captured:");
    }

    @Test
    void aNewCardDoesNotBringForwardWhatIsPlanned() {
        var account = world.payer();
        var invoice = world.invoice(account, 700);
        world.will(account, "insufficient-funds", 1);
        world.collect();
        world.register(account, Cardholder.number("520039", 16, 0));
        world.collect();
        assertThat(world.payments().ofInvoice(account, invoice)).hasSize(1);
        world.pass(Duration.ofDays(1));
        assertThat(states(account, invoice)).isEqualTo("refused:insufficient-funds captured:");
    }

    @Test
    void withoutAMethodItFailsAndIsSaidSo() {
        var account = world.domestic();
        var invoice = world.invoice(account, 300);
        world.collect();
        assertThat(states(account, invoice)).isEqualTo("refused:no-payment-method");
        assertThat(world.mails(account))
                .containsExactly("invoice-issued", "payment-method-missing");
        world.register(account, Cardholder.VISA);
        world.pass(Duration.ofDays(1));
        assertThat(states(account, invoice)).isEqualTo("refused:no-payment-method captured:");
    }

    /** The acquirer took the money and its answer was lost: looked up, never asked again. */
    @Test
    void aTimeOutIsLookedUpAndCountsOnce() {
        var account = world.payer();
        var invoice = world.invoice(account, 900);
        world.will(account, "timeout", 1);
        world.collect();
        assertThat(world.only(account, invoice).state()).isEqualTo(PaymentState.UNKNOWN);
        assertThat(world.receivable(account, invoice).open()).isEqualTo(yen(900));
        world.pass(Duration.ofMinutes(2));
        assertThat(world.only(account, invoice).state()).isEqualTo(PaymentState.CAPTURED);
        assertThat(world.receivable(account, invoice).open()).isEqualTo(yen(0));
        assertThat(world.taken(invoice)).hasSize(1);
    }

    /** The request never arrived: asked again under the same key, so still one payment of ours. */
    @Test
    void aRequestThatWasLostIsSentAgainUnderTheSameKey() {
        var account = world.payer();
        var invoice = world.invoice(account, 900);
        world.will(account, "timeout-lost", 2);
        world.collect();
        world.pass(Duration.ofMinutes(2));
        assertThat(world.only(account, invoice).state()).isEqualTo(PaymentState.UNKNOWN);
        world.pass(Duration.ofMinutes(10));
        assertThat(world.only(account, invoice).state()).isEqualTo(PaymentState.CAPTURED);
        assertThat(world.taken(invoice)).hasSize(1);
    }

    @Test
    void aFaultOfTheAcquirerIsNoRefusal() {
        var account = world.payer();
        var invoice = world.invoice(account, 900);
        world.will(account, "error", 1);
        world.collect();
        assertThat(world.only(account, invoice).state()).isEqualTo(PaymentState.UNKNOWN);
        world.pass(Duration.ofMinutes(2));
        assertThat(states(account, invoice)).isEqualTo("captured:");
    }

    /** Killed after the claim was committed: before the call, or after it. */
    @Test
    void aCrashBetweenTheTransactionsIsSweptUp() {
        var account = world.payer();
        var before = world.invoice(account, 100);
        var after = world.invoice(account, 200);
        claim(account, before);
        var asked = claim(account, after);
        world.app.part(Attempts.class).ask(asked);
        world.collect();
        assertThat(world.only(account, before).state()).isEqualTo(PaymentState.TRYING);
        assertThat(world.only(account, after).state()).isEqualTo(PaymentState.TRYING);
        world.pass(Duration.ofMinutes(5));
        assertThat(states(account, before)).isEqualTo("captured:");
        assertThat(states(account, after)).isEqualTo("captured:");
        assertThat(world.taken(before)).hasSize(1);
        assertThat(world.taken(after)).hasSize(1);
    }

    @Test
    void manyWorkersAtOnceNeverCollectTwice() throws Exception {
        var account = world.payer();
        var invoices =
                world.invoices(
                        account,
                        world.contract(),
                        java.util.stream.LongStream.range(1, 41).boxed().toList());
        var now = world.clock().instant();
        var subjects =
                invoices.stream().map(id -> new Subject(account.value(), id.value())).toList();
        Callable<Integer> worker = () -> world.app.part(Collections.class).perform(subjects, now);
        try (var threads = Executors.newFixedThreadPool(8)) {
            int done = 0;
            for (var each : threads.invokeAll(java.util.Collections.nCopies(8, worker))) {
                done += each.get();
            }
            assertThat(done).isEqualTo(invoices.size());
        }
        for (var invoice : invoices) {
            assertThat(states(account, invoice)).isEqualTo("captured:");
            assertThat(world.taken(invoice)).hasSize(1);
        }
    }

    @Test
    void payingByHandUsesUpNoPlannedTry() {
        var account = world.payer();
        var invoice = world.invoice(account, 500);
        world.will(account, "insufficient-funds", 2);
        world.collect();
        var planned = world.receivable(account, invoice).collectAt();
        var refused = world.payments().payNow(account, invoice);
        assertThat(refused.state()).isEqualTo(PaymentState.REFUSED);
        assertThat(refused.byMember()).isTrue();
        assertThat(world.receivable(account, invoice).collectAt()).isEqualTo(planned);
        assertThat(world.payments().payNow(account, invoice).state())
                .isEqualTo(PaymentState.CAPTURED);
        assertThat(refusal(account, invoice)).isEqualTo("nothing-to-pay");
        assertThat(world.taken(invoice)).hasSize(1);
    }

    @Test
    void payingByHandIsRefusedWhileTheOutcomeIsNotKnown() {
        var account = world.payer();
        var invoice = world.invoice(account, 500);
        world.will(account, "timeout", 1);
        assertThat(world.payments().payNow(account, invoice).state())
                .isEqualTo(PaymentState.UNKNOWN);
        assertThat(refusal(account, invoice)).isEqualTo("payment-in-progress");
        assertThat(refusal(world.domestic(), invoice)).isEqualTo("invoice-unknown");
        var poor = world.domestic();
        assertThat(refusal(poor, world.invoice(poor, 100))).isEqualTo("payment-method-required");
    }

    private Attempt claim(AccountId account, InvoiceId invoice) {
        var transactions =
                new TransactionTemplate(world.app.part(PlatformTransactionManager.class));
        var subject = List.of(new Subject(account.value(), invoice.value()));
        var claimed =
                transactions.execute(
                        status ->
                                world.app
                                        .part(Attempts.class)
                                        .claim(
                                                world.app
                                                        .part(Receivables.class)
                                                        .lockCollectable(
                                                                subject, world.clock().instant()),
                                                Attempts.Asked.BY_PLAN));
        return java.util.Objects.requireNonNull(claimed).getFirst();
    }

    private String refusal(AccountId account, InvoiceId invoice) {
        return catchThrowableOfType(
                        RefusedException.class, () -> world.payments().payNow(account, invoice))
                .refusal()
                .code();
    }

    private String states(AccountId account, InvoiceId invoice) {
        return world.payments().ofInvoice(account, invoice).stream()
                .map(p -> p.state().code() + ":" + (p.reason() == null ? "" : p.reason()))
                .collect(Collectors.joining(" "));
    }
}
