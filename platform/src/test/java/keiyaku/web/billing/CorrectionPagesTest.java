package keiyaku.web.billing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import keiyaku.billing.Charge;
import keiyaku.billing.ChargeKind;
import keiyaku.billing.Computation;
import keiyaku.billing.CreditNotes;
import keiyaku.billing.Invoice;
import keiyaku.billing.InvoiceDraft;
import keiyaku.billing.Invoices;
import keiyaku.billing.Payer;
import keiyaku.catalog.CatalogFile;
import keiyaku.catalog.Catalogs;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.member.NewMember;
import keiyaku.member.Organizations;
import keiyaku.payment.Corrections;
import keiyaku.payment.Transfers;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.Language;
import keiyaku.shared.Money;
import keiyaku.shared.Period;
import keiyaku.testing.App;
import keiyaku.testing.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionOperations;

/** P-10, B-11, A-10 as a member sees them: a transfer's data, corrections, an organization. */
class CorrectionPagesTest {

    private static final App APP =
            App.start(Map.of("keiyaku.test.login-by-header", true, "keiyaku.run.workers", 0));
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    @AfterAll
    static void stop() {
        APP.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "ko", "en", "zh-CN"})
    void aTransferIsSeenUntilItComes(String language) {
        var account = member(language);
        var invoice = issue(account, language);
        var transfer = APP.part(Transfers.class).expect(account, invoice.id());
        try (var visitor = visitor(account, language)) {
            var page = visitor.open("/my/invoices/" + invoice.id());
            assertThat(page.locator("main")).containsText(transfer.to().number());
            assertThat(page.locator("main form")).hasCount(0);
            check(visitor, "transfer-" + language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "ko", "en", "zh-CN"})
    void correctionsPointToEachOther(String language) {
        var account = member(language);
        var invoice = issue(account, language);
        var corrections = APP.part(Corrections.class);
        var part = new CreditNotes.Part(1, yen(1_000));
        var note = corrections.credit(wanted(invoice, List.of(part)));
        var fresh =
                corrections.replace(
                        wanted(invoice, List.of()),
                        new Payer("Sample Holdings", "", invoice.payer().language()));
        try (var visitor = visitor(account, language)) {
            var page = visitor.open("/my/invoices/" + invoice.id());
            assertThat(page.locator("main")).containsText(note.number());
            assertThat(page.locator("main")).containsText(fresh.number());
            check(visitor, "corrected-" + language);
            visitor.open("/my/invoices/" + note.id());
            assertThat(page.locator("main")).containsText(invoice.number());
            check(visitor, "credit-note-" + language);
            visitor.open("/my/invoices/" + note.id() + "/print");
            assertThat(page.locator("body")).containsText(invoice.number());
            visitor.noRawKey();
            visitor.screenshot("credit-note-print-" + language);
            visitor.open("/my/invoices");
            check(visitor, "invoices-corrected-" + language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "ko", "en", "zh-CN"})
    void anOrganizationFromInvitationToLeaving(String language) {
        var manager = member(language);
        var member = member(language);
        var email = APP.part(Members.class).member(member).email();
        try (var boss = visitor(manager, language)) {
            var page = boss.open("/my/organization");
            check(boss, "organization-none-" + language);
            page.locator("#email").fill(email);
            page.locator("main form .button-main").click();
            assertThat(page.locator(".notice-good")).isVisible();
        }
        try (var invited = visitor(member, language)) {
            var page = invited.open("/my/organization");
            check(invited, "organization-invited-" + language);
            page.locator("form[action$='/accept'] button").click();
            assertThat(page.locator(".notice-good")).isVisible();
        }
        try (var boss = visitor(manager, language)) {
            var page = boss.open("/my/organization");
            page.locator("form[action$='/pays'] button").click();
            check(boss, "organization-" + language);
        }
        org.assertj.core.api.Assertions.assertThat(
                        APP.part(Organizations.class).payers(List.of(member)))
                .containsEntry(member, manager);
    }

    private static void check(Browser visitor, String name) {
        visitor.axe();
        visitor.noRawKey();
        visitor.phone().nothingOverflows();
        visitor.screenshot(name);
    }

    private static CreditNotes.Wanted wanted(Invoice invoice, List<CreditNotes.Part> parts) {
        return new CreditNotes.Wanted(
                invoice.account(), invoice.id(), parts, "宛名の変更", true, "test");
    }

    private static Invoice issue(AccountId account, String language) {
        var invoices = APP.part(Invoices.class);
        var period = new Period(DAY, DAY.plusMonths(1));
        var charge =
                new Charge(
                        account,
                        new ContractId(UUID.randomUUID()),
                        "works",
                        ChargeKind.RECURRING,
                        "lite",
                        period,
                        10,
                        "standard",
                        new Computation.WholePeriod(yen(450), 10),
                        0);
        var payer = new Payer("Sample", "", Language.ofTag(language).orElseThrow());
        var draft =
                new InvoiceDraft(
                        account,
                        payer,
                        charge.amount().currency(),
                        ZoneId.of("Asia/Tokyo"),
                        DAY,
                        List.of(charge));
        var issued =
                APP.part(TransactionOperations.class)
                        .execute(status -> invoices.issue(List.of(draft)));
        var id = Objects.requireNonNull(issued).getFirst().id();
        return invoices.invoice(account, id).orElseThrow();
    }

    private static AccountId member(String language) {
        var catalogs = APP.part(Catalogs.class);
        if (!catalogs.any()) {
            catalogs.apply(CatalogFile.demo(), LocalDate.EPOCH, "test");
        }
        var named =
                NewMember.named(
                        "corrected-" + NUMBERS.incrementAndGet(), MemberType.BUSINESS, "JP");
        var wanted =
                new NewMember(null, named.details(), Language.ofTag(language).orElseThrow(), null);
        return APP.part(Members.class).register(List.of(wanted)).getFirst().account();
    }

    private static Browser visitor(AccountId account, String language) {
        var visitor = Browser.visitor(APP, language);
        visitor.page()
                .context()
                .setExtraHTTPHeaders(Map.of("Test-Account", account.value().toString()));
        return visitor;
    }

    private static Money yen(long amount) {
        return Money.of(amount, "JPY");
    }
}
