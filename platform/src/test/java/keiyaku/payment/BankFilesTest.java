package keiyaku.payment;

import static keiyaku.payment.PaymentWorld.yen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import keiyaku.billing.InvoiceState;
import keiyaku.billing.Ledger;
import keiyaku.member.MemberType;
import keiyaku.payment.PaymentMethod.Mandate;
import keiyaku.payment.PaymentMethod.VirtualAccount;
import keiyaku.payment.zengin.DepositNotice;
import keiyaku.payment.zengin.DepositNoticeFile;
import keiyaku.shared.AccountId;
import keiyaku.shared.BadInputException;
import keiyaku.shared.Money;
import keiyaku.shared.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P-7, P-8: what files of the bank do, and what wrong, double and late ones do not. */
class BankFilesTest {

    private final PaymentWorld world = PaymentWorld.shared();

    @Test
    void aDebitIsWithTheBankUntilItsResultComes() {
        var account = business();
        var method = debit(account);
        assertThat(((Mandate) method.means()).holder()).isEqualTo("ﾔﾏﾀﾞｼﾖｳｼﾞ(ｶ");
        var invoice = world.invoice(account, 1200);
        world.collect();
        var sent = world.only(account, invoice);
        assertThat(sent.state()).isEqualTo(PaymentState.SENT);
        assertThat(sent.paidBy()).extracting(by -> by.kind()).isEqualTo(MethodKind.DIRECT_DEBIT);
        assertThatThrownBy(() -> world.payments().payNow(account, invoice))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("payment-in-progress");
        passDays(10);
        assertThat(world.only(account, invoice).state()).isEqualTo(PaymentState.CAPTURED);
        assertThat(world.receivable(account, invoice).state()).isEqualTo(InvoiceState.PAID);
        assertThat(balances(account).get("bank")).isEqualTo(yen(1200));
        assertThat(balances(account)).doesNotContainKey("cash-in-transit");
        repeat("debit-result");
        assertThat(world.payments().ofInvoice(account, invoice)).hasSize(1);
        assertThat(balances(account).get("bank")).isEqualTo(yen(1200));
    }

    @Test
    void aResultWithAnotherAmountIsRefusedWhole() {
        var account = business();
        debit(account);
        var invoice = world.invoice(account, 7654);
        world.collect();
        passUntilSent(account, invoice);
        var request = newest("out");
        var forged = request.replace("0000007654", "0000007655");
        put("debit-result", forged);
        var refused = deposits().refusedFiles(1).getFirst();
        assertThat(refused.reason()).contains("line ");
        assertThat(world.only(account, invoice).state()).isEqualTo(PaymentState.SENT);
        passDays(10);
        assertThat(world.only(account, invoice).state()).isEqualTo(PaymentState.CAPTURED);
    }

    @Test
    void aWrongNoticeFileIsRefusedWholeWithItsLine() {
        var account = depositor();
        var good = notice(account, 500, "000901", false);
        put("deposit-notice", good.replace("80000010000000", "80000020000000"));
        assertThat(deposits().refusedFiles(1).getFirst().reason())
                .startsWith("line 3, column 2: creditCount");
        assertThat(deposits().of(account, 10)).isEmpty();
        put("deposit-notice", good);
        assertThat(deposits().of(account, 10)).hasSize(1);
    }

    @Test
    void aNoticeThatComesManyTimesAtOnceIsPostedOnce() throws Exception {
        var account = depositor();
        var invoice = world.invoice(account, 700);
        world.collect();
        var content = notice(account, 900, "000902", false).getBytes(StandardCharsets.ISO_8859_1);
        var notices = world.app.part(DepositNotices.class);
        List<Callable<Boolean>> tellers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tellers.add(
                    () -> {
                        notices.take(content);
                        return true;
                    });
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var told : threads.invokeAll(tellers)) {
                assertThat(told.get()).isTrue();
            }
        }
        assertThat(deposits().of(account, 10)).hasSize(1);
        assertThat(world.receivable(account, invoice).state()).isEqualTo(InvoiceState.PAID);
        assertThat(balances(account).get("bank")).isEqualTo(yen(900));
        assertThat(balances(account).get("deposits")).isEqualTo(yen(-200));
    }

    @Test
    void aDepositThatTheBankTakesBackWaitsForAPerson() {
        var account = depositor();
        put("deposit-notice", notice(account, 300, "000903", false));
        put("deposit-notice", notice(account, 300, "000903", true));
        var waiting =
                deposits().unknown(1000).stream()
                        .filter(u -> u.deposit().notice().contains("000903"))
                        .toList();
        assertThat(waiting).extracting(UnknownDeposit::why).containsExactly("cancelled");
        var id = waiting.getFirst().deposit().id();
        assertThatThrownBy(() -> deposits().assign(id, account, "op"))
                .hasMessageContaining("deposit-cancelled");
        deposits().sendBack(account, yen(300), "op");
        deposits().dismiss(id, "op");
        assertThat(balances(account).get("bank")).isEqualTo(yen(0));
        assertThatThrownBy(() -> deposits().sendBack(account, yen(1), "op"))
                .hasMessageContaining("balance-short");
    }

    @ParameterizedTest
    @CsvSource({
        "999,  123, 1234567, ヤマダ, bankCode",
        "9999, 12,  1234567, ヤマダ, branchCode",
        "9999, 123, 123456,  ヤマダ, accountNumber",
        "9999, 123, 1234567, 山田,   holder",
        "9999, 123, 1234567, ヤマダ・タロウ, holder",
    })
    void whatTheBankCannotReadIsToldByField(
            String bank, String branch, String number, String holder, String field) {
        var account = business();
        var from = new BankAccount(bank, "", branch, "", AccountType.ORDINARY, number);
        assertThatThrownBy(() -> world.methods().requestDebit(account, from, holder))
                .isInstanceOfSatisfying(
                        BadInputException.class,
                        wrong -> assertThat(wrong.errors().getFirst().field()).isEqualTo(field));
    }

    private AccountId business() {
        return world.member(MemberType.BUSINESS, "JP");
    }

    private PaymentMethod debit(AccountId account) {
        var number = "%06d1".formatted(NUMBERS.incrementAndGet());
        return world.methods()
                .requestDebit(
                        account,
                        new BankAccount("9999", "", "123", "", AccountType.ORDINARY, number),
                        "ヤマダショウジ(カ");
    }

    private static final java.util.concurrent.atomic.AtomicInteger NUMBERS =
            new java.util.concurrent.atomic.AtomicInteger(100_000);

    private AccountId depositor() {
        var account = business();
        world.register(account, Cardholder.VISA);
        world.methods().useDeposit(account);
        return account;
    }

    private String notice(AccountId account, long amount, String inquiry, boolean cancelled) {
        var today = world.clock().instant().atZone(java.time.ZoneId.of("Asia/Tokyo")).toLocalDate();
        var terms = world.app.part(BankTerms.class);
        var notice =
                new DepositNotice(
                        inquiry,
                        today,
                        today,
                        amount,
                        0,
                        number(account),
                        "X",
                        "",
                        "",
                        cancelled,
                        "");
        var batch =
                new DepositNoticeFile.Batch(
                        today, today, today, terms.account(), "ｹｲﾔｸ", List.of(notice));
        return new String(
                new DepositNoticeFile(List.of(batch)).write(true), StandardCharsets.ISO_8859_1);
    }

    private String number(AccountId account) {
        return world.methods().of(account).stream()
                .map(PaymentMethod::means)
                .filter(VirtualAccount.class::isInstance)
                .map(means -> ((VirtualAccount) means).number())
                .findFirst()
                .orElseThrow();
    }

    private void put(String kind, String content) {
        world.cardholder.post(
                world.app.outside().sandbox().bank() + "/control/outbox",
                Map.of("kind", kind, "content", content));
        fetch();
    }

    /** The bank's hook may have been first, and still be at it. */
    private void fetch() {
        deposits().fetch();
        for (int i = 0; i < 200 && atIt(); i++) {
            try {
                Thread.sleep(25);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private boolean atIt() {
        return world.jdbc()
                .sql("SELECT EXISTS (SELECT FROM payment.bank_file WHERE state = 'taken')")
                .query(Boolean.class)
                .single();
    }

    private void repeat(String kind) {
        world.cardholder.post(
                world.app.outside().sandbox().bank() + "/control/outbox/" + kind + "/repeat",
                Map.of());
        fetch();
    }

    private String newest(String direction) {
        var files = world.app.part(BankFileStore.class);
        return new String(
                files.find(direction, files.nextNumber() - 1).orElseThrow().content(),
                StandardCharsets.ISO_8859_1);
    }

    private void passUntilSent(AccountId account, keiyaku.shared.InvoiceId invoice) {
        for (int i = 0; i < 10; i++) {
            bankWorks();
            if (world.jdbc()
                    .sql("SELECT file_number IS NOT NULL FROM payment.payment WHERE invoice_id = ?")
                    .param(invoice.value())
                    .query(Boolean.class)
                    .single()) {
                return;
            }
            world.clock().advanceTo(world.clock().instant().plus(Duration.ofHours(12)));
        }
        throw new AssertionError("not sent: " + world.only(account, invoice));
    }

    private void passDays(int days) {
        for (int i = 0; i < days * 2; i++) {
            world.pass(Duration.ofHours(12));
            bankWorks();
        }
    }

    private void bankWorks() {
        world.run(world.app.part(DebitRequests.class));
        world.run(world.app.part(BankExchange.class));
    }

    private Map<String, Money> balances(AccountId account) {
        return world.app.part(Ledger.class).balances(account);
    }

    private Deposits deposits() {
        return world.app.part(Deposits.class);
    }
}
