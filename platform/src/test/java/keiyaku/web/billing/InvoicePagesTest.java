package keiyaku.web.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import keiyaku.billing.Charge;
import keiyaku.billing.ChargeKind;
import keiyaku.billing.Computation;
import keiyaku.billing.Invoice;
import keiyaku.billing.InvoiceDraft;
import keiyaku.billing.Invoices;
import keiyaku.billing.Payer;
import keiyaku.billing.TaxCategories;
import keiyaku.catalog.CatalogFile;
import keiyaku.catalog.Catalogs;
import keiyaku.member.Member;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.member.NewMember;
import keiyaku.member.Organizations;
import keiyaku.shared.ContractId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Language;
import keiyaku.shared.Money;
import keiyaku.shared.Period;
import keiyaku.shared.Rate;
import keiyaku.testing.App;
import keiyaku.testing.Golden;
import keiyaku.testing.Http;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionOperations;

/** B-13, B-14: the pages of three invoices, in four languages. */
class InvoicePagesTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final String BILLS = "/my/organization/bills";
    private static final ContractId CONTRACT =
            new ContractId(UUID.fromString("01980000-0000-7000-8000-000000000001"));
    private static final Map<String, Invoice> INVOICES = new HashMap<>();
    private static final Map<String, Http> VISITORS = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    private static App app;

    @BeforeAll
    static void issue() {
        app = App.start(Map.of("keiyaku.test.login-by-header", true, "keiyaku.run.workers", 0));
        var catalogs = app.part(Catalogs.class);
        if (!catalogs.any()) {
            catalogs.apply(CatalogFile.demo(), LocalDate.EPOCH, "test");
        }
        var company = member("sample", MemberType.BUSINESS);
        var person = member("taro", MemberType.INDIVIDUAL);
        issue("term", company, LocalDate.of(2026, 1, 31), company(company));
        issue("reduced", person, LocalDate.of(2026, 2, 1), reduced(person));
        issue("credit", company, LocalDate.of(2026, 7, 1), credit(company));
    }

    @AfterAll
    static void stop() {
        app.stop();
    }

    @ParameterizedTest
    @EnumSource
    void thePaperIsAsApproved(Language language) {
        for (var name : List.of("term", "reduced", "credit")) {
            var page = open(name, "/print", language);
            Golden.check("invoices/" + name + "-" + language.tag() + ".txt", Paper.text(page));
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachLineSaysWhy(Language language) {
        var text = Paper.text(open("credit", "", language));
        assertThat(text).contains("1,190", "483", "1,673", "181", "365").doesNotContain("billing.");
        assertThat(Paper.text(open("term", "", language))).contains("7,680", "23,040", "1,920");
    }

    @Test
    void theListAnswersWhatIsOpen() {
        var text = Paper.text(body(visitor("term"), "/my/invoices"));
        assertThat(text)
                .contains("(tax included) will be collected on")
                .contains("2026-000001", "To be collected")
                .contains("2026-000003", "To be given back")
                .doesNotContain("2026-000002");
    }

    @Test
    void anotherMembersInvoiceIsNotFound() {
        var foreign = "/my/invoices/" + invoice("reduced").id();
        assertThat(visitor("term").get(foreign).statusCode()).isEqualTo(404);
        assertThat(visitor("term").get(foreign + "/print").statusCode()).isEqualTo(404);
    }

    @Test
    void whatGivesBackCannotBePaid() {
        assertThat(open("term", "", Language.EN)).contains("/pay\"", "Pay now");
        assertThat(open("credit", "", Language.EN)).doesNotContain("/pay\"");
    }

    @Test
    void whatIsNoIdIsNotFound() {
        for (var id : List.of("inv_", "inv_zz", "con_" + "0".repeat(32), "%27", "1")) {
            assertThat(visitor("term").get("/my/invoices/" + id).statusCode())
                    .as(id)
                    .isEqualTo(404);
        }
    }

    /** since they joined, by month, with their sum; to everyone else it is not there. */
    @ParameterizedTest
    @EnumSource
    void aManagerSeesItsMembersBills(Language language) {
        var boss = member("boss-" + language.tag(), MemberType.BUSINESS);
        var branch = member("branch-" + language.tag(), MemberType.BUSINESS);
        issue("before", branch, LocalDate.of(2026, 3, 1), company(branch));
        app.part(Organizations.class).join(boss.account(), List.of(branch.account()));
        issue("since", branch, LocalDate.of(2026, 4, 2), monthAfter(branch));
        var manager = new Http(app, boss.account()).in(language);
        var text = Paper.text(body(manager, BILLS));
        assertThat(text).contains(branch.displayName(), invoice("since").number(), "2,112");
        assertThat(text).doesNotContain(invoice("before").number(), "billing.");
        assertThat(Paper.text(body(manager, BILLS + "?month=2026-02"))).doesNotContain("2,112");
        var paper = Paper.text(body(manager, BILLS + "/" + invoice("since").id()));
        assertThat(paper).contains(invoice("since").number(), "2,112");
        var listed = body(manager, "/api/v1/organization/invoices?month=2026-04");
        assertThat(listed).contains("\"total\":2112", branch.account().toString());
        var one = body(manager, "/api/v1/organization/invoices/" + invoice("since").id());
        assertThat(one).contains("\"lines\":[{");
        hidden(manager, invoice("before").id());
        hidden(new Http(app, branch.account()), invoice("since").id());
        hidden(visitor("reduced"), invoice("since").id());
        app.part(Organizations.class).leave(branch.account());
        hidden(manager, invoice("since").id());
    }

    private static void hidden(Http from, InvoiceId invoice) {
        assertThat(from.get(BILLS + "/" + invoice).statusCode()).isEqualTo(404);
        assertThat(from.get("/api/v1/organization/invoices/" + invoice).statusCode())
                .isEqualTo(404);
        assertThat(from.get("/my/invoices/" + invoice).statusCode())
                .isEqualTo(from.get("/api/v1/invoices/" + invoice).statusCode());
    }

    private static List<Charge> monthAfter(Member company) {
        var term = new Period(LocalDate.of(2026, 4, 2), LocalDate.of(2026, 5, 2));
        return List.of(
                charge(company, ChargeKind.RECURRING, term, "standard", part(yen(7680), 3, 1)));
    }

    private static List<Charge> company(Member company) {
        var term = new Period(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 28));
        return List.of(
                charge(company, ChargeKind.RECURRING, term, "standard", part(yen(7680), 3, 1)));
    }

    private static List<Charge> reduced(Member person) {
        var month = new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1));
        var rest = new Period(LocalDate.of(2026, 2, 15), LocalDate.of(2026, 3, 1));
        return List.of(
                charge(
                        person,
                        ChargeKind.ONE_OFF,
                        month,
                        "reduced",
                        new Computation.WholePeriod(yen(1080), 2)),
                charge(
                        person,
                        ChargeKind.PRORATION_CREDIT,
                        rest,
                        "standard",
                        new Computation.UnusedDays(yen(800), 14, 28)),
                charge(
                        person,
                        ChargeKind.PRORATION_CHARGE,
                        rest,
                        "standard",
                        new Computation.RemainingDays(yen(1500), 14, 28)));
    }

    /** C-13's example, with a prepaid term of which more is given back than the fee comes to. */
    private static List<Charge> credit(Member company) {
        var rest = new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2027, 1, 1));
        return List.of(
                charge(
                        company,
                        ChargeKind.PRORATION_CREDIT,
                        rest,
                        "standard",
                        new Computation.UnusedDays(yen(9600), 184, 365)),
                charge(
                        company,
                        ChargeKind.EARLY_TERMINATION_FEE,
                        rest,
                        TaxCategories.OUTSIDE,
                        new Computation.EarlyTermination(
                                yen(9600), yen(12000), 365, 181, true, Rate.parse("10%"))));
    }

    private static Computation part(Money price, long quantity, int part) {
        return new Computation.Part(price, quantity, part, 12);
    }

    private static Charge charge(
            Member member, ChargeKind kind, Period period, String category, Computation why) {
        return new Charge(
                member.account(), CONTRACT, "works", kind, "basic", period, 3, category, why, 0);
    }

    private static Member member(String name, MemberType type) {
        return app.part(Members.class)
                .register(List.of(NewMember.named(name, type, "JP")))
                .getFirst();
    }

    private static void issue(String name, Member member, LocalDate on, List<Charge> charges) {
        var called = member.type() == MemberType.BUSINESS ? "株式会社サンプル" : "山田 太郎";
        var payer = new Payer(called, "100-0001 東京都千代田区千代田1-1", Language.JA);
        var draft =
                new InvoiceDraft(
                        member.account(), payer, Currency.getInstance("JPY"), TOKYO, on, charges);
        var issued =
                app.part(TransactionOperations.class)
                        .execute(status -> app.part(Invoices.class).issue(List.of(draft)));
        var id = Objects.requireNonNull(issued).getFirst().id();
        INVOICES.put(name, app.part(Invoices.class).invoice(member.account(), id).orElseThrow());
        VISITORS.put(name, new Http(app, member.account()));
    }

    private static String open(String name, String below, Language language) {
        InvoiceId id = invoice(name).id();
        return body(visitor(name).in(language), "/my/invoices/" + id + below);
    }

    private static String body(Http visitor, String path) {
        var answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static Invoice invoice(String name) {
        return Objects.requireNonNull(INVOICES.get(name));
    }

    private static Http visitor(String name) {
        return Objects.requireNonNull(VISITORS.get(name));
    }

    private static Money yen(long amount) {
        return Money.of(amount, "JPY");
    }

    /** What a reader sees of a page's main part: a line a block, cells apart. */
    static final class Paper {
        private Paper() {}

        static String text(String html) {
            var main = html.substring(html.indexOf("<main"), html.indexOf("</main>"));
            return main.replaceAll("(?s)<svg.*?</svg>", "")
                    .replaceAll("\\s+", " ")
                    .replaceAll("</(td|th|dt|span)>", " | ")
                    .replaceAll("</(p|h1|h2|tr|div|li|caption|summary)>", "\n")
                    .replaceAll("<[^>]+>", "")
                    .replace("&amp;", "&")
                    .replace("&#39;", "'")
                    .lines()
                    .map(line -> line.strip().replaceAll("[ |]*\\|$", "").strip())
                    .map(line -> line.replaceAll("\\s*\\|\\s*", " | ").replaceAll(" +", " "))
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    }
}
