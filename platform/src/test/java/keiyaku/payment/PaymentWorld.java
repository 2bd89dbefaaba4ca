package keiyaku.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import keiyaku.billing.Charge;
import keiyaku.billing.ChargeKind;
import keiyaku.billing.Computation;
import keiyaku.billing.InvoiceDraft;
import keiyaku.billing.Invoices;
import keiyaku.billing.Payer;
import keiyaku.billing.Receivable;
import keiyaku.billing.Receivables;
import keiyaku.billing.TaxCategories;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.member.NewMember;
import keiyaku.run.DueWork;
import keiyaku.run.Runner;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.Ids;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Language;
import keiyaku.shared.Money;
import keiyaku.shared.MovableClock;
import keiyaku.shared.Period;
import keiyaku.testing.App;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import sandbox.Options;
import sandbox.Sandbox;
import tools.jackson.databind.JsonNode;

/** The application with an acquirer around it; a time-out there is a short one here. */
final class PaymentWorld {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final String ORIGIN = "http://127.0.0.1";
    private static final String KEY = "sandbox-acquirer-key";
    private static final PaymentWorld SHARED = new PaymentWorld();

    final Sandbox sandbox;
    final App app;
    final Cardholder cardholder = new Cardholder();
    private final AtomicLong numbers = new AtomicLong();

    private PaymentWorld() {
        sandbox = Sandbox.start(Options.free().withTimeoutHold(Duration.ofSeconds(3)));
        app =
                App.start(
                        Map.of(
                                "keiyaku.sandbox",
                                true,
                                "keiyaku.test.registrants",
                                true,
                                "keiyaku.outside.acquirer-url",
                                sandbox.acquirer().toString(),
                                "keiyaku.outside.acquirer-timeout",
                                "1500ms"));
    }

    static PaymentWorld shared() {
        return SHARED;
    }

    AccountId domestic() {
        return member(MemberType.INDIVIDUAL, "JP");
    }

    AccountId foreign() {
        return member(MemberType.INDIVIDUAL, "US");
    }

    AccountId member(MemberType type, String country) {
        var name = "payer" + numbers.incrementAndGet();
        var wanted = NewMember.named(name, type, country);
        return app.part(Members.class).register(List.of(wanted)).getFirst().account();
    }

    /** A domestic member with a card that pays. */
    AccountId payer() {
        var account = domestic();
        register(account, Cardholder.VISA);
        return account;
    }

    CardForm begin(AccountId account) {
        return methods().beginCard(account, Language.EN, ORIGIN);
    }

    PaymentMethod register(AccountId account, String number) {
        var form = begin(account);
        cardholder.enter(form, number);
        return methods().completeCard(account, form.session());
    }

    /** An invoice over an amount with no tax on it, due now; below zero it is to be given back. */
    InvoiceId invoice(AccountId account, ContractId contract, long amount) {
        return invoices(account, contract, List.of(amount)).getFirst();
    }

    InvoiceId invoice(AccountId account, long amount) {
        return invoice(account, contract(), amount);
    }

    List<InvoiceId> invoices(AccountId account, ContractId contract, List<Long> amounts) {
        var drafts = amounts.stream().map(amount -> draft(account, contract, amount)).toList();
        var transaction = new TransactionTemplate(app.part(PlatformTransactionManager.class));
        var issued = transaction.execute(status -> app.part(Invoices.class).issue(drafts));
        return Objects.requireNonNull(issued).stream().map(i -> i.id()).toList();
    }

    ContractId contract() {
        return new ContractId(Ids.next(clock()));
    }

    InvoiceDraft draft(AccountId account, ContractId contract, long amount) {
        var today = LocalDate.ofInstant(clock().instant(), TOKYO);
        var charge =
                new Charge(
                        account,
                        contract,
                        "works",
                        ChargeKind.ONE_OFF,
                        "lite",
                        new Period(today, today.plusMonths(1)),
                        1,
                        TaxCategories.OUTSIDE,
                        new Computation.WholePeriod(yen(amount), 1),
                        numbers.incrementAndGet());
        return new InvoiceDraft(
                account,
                new Payer("Taro", "Tokyo", Language.EN),
                Currency.getInstance("JPY"),
                TOKYO,
                today,
                List.of(charge));
    }

    static Money yen(long amount) {
        return Money.of(amount, "JPY");
    }

    /** Does all that is due by now, as the run does. */
    void collect() {
        run(app.part(Collections.class));
    }

    void lookUp() {
        run(app.part(PaymentSweeper.class));
    }

    void run(DueWork work) {
        app.part(Runner.class).runDue(work, clock().instant());
    }

    /** Time passes; both works do what falls due on the way. */
    void pass(Duration time) {
        var end = clock().instant().plus(time);
        for (int i = 0; i < 100; i++) {
            var next = next();
            if (next == null || next.isAfter(end)) {
                break;
            }
            clock().advanceTo(next);
            lookUp();
            collect();
        }
        clock().advanceTo(end);
    }

    private Instant next() {
        var lookup = app.part(PaymentSweeper.class).nextDue();
        var collection = app.part(Collections.class).nextDue();
        return java.util.stream.Stream.of(lookup, collection)
                .flatMap(java.util.Optional::stream)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** Lines up what the acquirer answers to the next payments by the account's default card. */
    void will(AccountId account, String answer, int times) {
        cardholder.post(
                sandbox.acquirer() + "/control/tokens/" + token(account) + "/will",
                Map.of("answer", answer, "times", times));
    }

    private String token(AccountId account) {
        return app.part(MethodStore.class).defaults(List.of(account)).getFirst().token();
    }

    /** What the acquirer has taken for an invoice, payment by payment. */
    List<JsonNode> taken(InvoiceId invoice) {
        return taken(invoice, "");
    }

    private List<JsonNode> taken(InvoiceId invoice, String since) {
        var answer = cardholder.get(sandbox.acquirer() + "/v1/payments?limit=1000" + since, KEY);
        var found = new java.util.ArrayList<JsonNode>();
        answer.required("data")
                .forEach(
                        p -> {
                            if (p.required("reference").asString().startsWith(invoice.toString())
                                    && p.required("status").asString().equals("captured")) {
                                found.add(p);
                            }
                        });
        if (answer.required("hasMore").asBoolean()) {
            found.addAll(taken(invoice, "&since=" + answer.required("next").asString()));
        }
        return found;
    }

    PaymentMethods methods() {
        return app.part(PaymentMethods.class);
    }

    Payments payments() {
        return app.part(Payments.class);
    }

    Payment only(AccountId account, InvoiceId invoice) {
        var all = payments().ofInvoice(account, invoice);
        if (all.size() != 1) {
            throw new AssertionError("not one payment: " + all);
        }
        return all.getFirst();
    }

    Receivable receivable(AccountId account, InvoiceId invoice) {
        return app.part(Receivables.class).of(account).stream()
                .filter(r -> r.invoice().equals(invoice))
                .findFirst()
                .orElseThrow();
    }

    /** The templates of the mails that were written to an account, the first one first. */
    List<String> mails(AccountId account) {
        return jdbc().sql(
                        """
                        SELECT template FROM notification.message WHERE account_id = ?
                        ORDER BY message_id\
                        """)
                .param(account.value())
                .query(String.class)
                .list();
    }

    MovableClock clock() {
        return app.part(MovableClock.class);
    }

    JdbcClient jdbc() {
        return app.part(JdbcClient.class);
    }
}
