package keiyaku.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import keiyaku.member.Contacts.Asking;
import keiyaku.shared.AccountId;
import keiyaku.shared.BadInputException;
import keiyaku.shared.Language;
import keiyaku.shared.RefusedException;
import keiyaku.testing.App;
import keiyaku.testing.Outside;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** M-12 and M-13: what is locked stays, the rest changes, addresses only by their codes. */
class ProfileTest {

    private static final AtomicInteger NEXT = new AtomicInteger(5000);
    private static final Visitor VISITOR = Visitor.at("192.0.2.77");

    private static Outside outside;
    private static App app;
    private static Members members;
    private static Contacts contacts;

    private final int number = NEXT.incrementAndGet();

    @BeforeAll
    static void start() {
        outside = Outside.start();
        app = App.start(outside.settings());
        members = app.part(Members.class);
        contacts = app.part(Contacts.class);
    }

    @AfterAll
    static void stop() {
        app.stop();
        outside.close();
    }

    @Test
    void whatIsLockedStaysWhateverARequestBrings() {
        var account = registered(MemberType.BUSINESS, "JP");
        var before = members.member(account);
        var typed = business();
        typed.put("companyName", "Other");
        typed.put("businessNumber", "4011001098993");
        typed.put("type", "individual");
        typed.put("country", "KR");
        typed.put("email", "other@example.jp");
        typed.put("phone", "09000000000");
        typed.put("name", "Other");
        typed.put("displayName", "Other");
        var after = members.change(account, typed, VISITOR);
        var member = members.member(account);
        assertThat(member.displayName()).isEqualTo(before.displayName());
        assertThat(member.businessNumber()).isEqualTo(before.businessNumber());
        assertThat(member.country()).isEqualTo("JP");
        assertThat(member.type()).isEqualTo(MemberType.BUSINESS);
        assertThat(member.email()).isEqualTo(before.email());
        assertThat(member.phone()).isNull();
        assertThat(member.taxInvoices()).isEqualTo(TaxInvoices.NEXT_MONTH);
        assertThat(after.details().holder())
                .isInstanceOfSatisfying(
                        Holder.Business.class,
                        b -> assertThat(b.contact().display()).isEqualTo("Kim Min-jun"));
    }

    @ParameterizedTest
    @CsvSource({
        "postalCode, 12, postal-code",
        "postalCode, '', required",
        "region, '', required",
        "city, '', required",
        "street, '', required",
        "birthDate, '', required",
        "birthDate, 2999-01-01, birth-date-future",
        "birthDate, 2025-01-01, too-young",
        "birthDate, 1800-01-01, date",
        "birthDate, 31.12.1990, date",
        "birthDate, 1990-02-30, date",
        "serviceField, nuclear, choose-one",
        "heardFrom, '', choose-one",
        "city, 'a\u0000b', characters",
        "street, 'a\u202eb', characters",
    })
    void aWrongFieldIsNamedAndNothingChanges(String field, String value, String code) {
        var account = registered(MemberType.INDIVIDUAL, "JP");
        var typed = individual();
        typed.put(field, value);
        assertThatThrownBy(() -> members.change(account, typed, VISITOR))
                .isInstanceOfSatisfying(
                        BadInputException.class,
                        e ->
                                assertThat(e.errors())
                                        .containsExactly(
                                                new BadInputException.FieldError(field, code)));
        assertThat(members.profile(account).details().address()).isEqualTo(Address.NONE);
    }

    @Test
    void tooMuchIsRefusedAndMarkupIsOnlyText() {
        var account = registered(MemberType.INDIVIDUAL, "JP");
        var typed = individual();
        typed.put("street", "x".repeat(121));
        assertThatThrownBy(() -> members.change(account, typed, VISITOR))
                .isInstanceOf(BadInputException.class);
        typed.put("street", "<script>'; DROP TABLE member.member; --");
        members.change(account, typed, VISITOR);
        assertThat(members.member(account).address().street()).startsWith("<script>");
    }

    @Test
    void aConsentThatChangesIsANewRow() {
        var account = registered(MemberType.INDIVIDUAL, "JP");
        var typed = individual();
        typed.put("marketing-mail", "yes");
        assertThat(members.change(account, typed, VISITOR).marketingMail()).isTrue();
        members.change(account, typed, VISITOR);
        typed.remove("marketing-mail");
        assertThat(members.change(account, typed, VISITOR).marketingMail()).isFalse();
        assertThat(members.consents(account))
                .extracting(Consent::document, Consent::agreed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("marketing-mail", true),
                        org.assertj.core.groups.Tuple.tuple("marketing-mail", false));
    }

    @Test
    void anotherAddressHoldsOnceItsCodeIsAnswered() {
        var account = registered(MemberType.INDIVIDUAL, "US");
        var before = members.member(account).email();
        var wanted = "new" + number + "@example.jp";
        var asking = new Asking(account, Language.EN, VISITOR);
        assertThatThrownBy(() -> contacts.requestEmail(asking, wanted, "wrong"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("password-wrong");
        contacts.requestEmail(asking, wanted, MemberExamples.PASSWORD);
        assertThat(members.member(account).email()).isEqualTo(before);
        assertThat(contacts.pendingEmail(account)).contains(wanted);
        var code = outside.mailedCode(wanted, 1);
        var other = MemberExamples.otherThan(code);
        refused("code-wrong", () -> contacts.confirmEmail(account, other));
        contacts.confirmEmail(account, code);
        assertThat(members.member(account).email()).isEqualTo(wanted);
        assertThat(members.byEmail(before)).isEmpty();
        assertThat(members.byEmail(wanted)).map(Member::account).contains(account);
        var told = outside.mail(before, 1).get("text").asString();
        assertThat(told).contains("n***@example.jp").doesNotContain(wanted);
    }

    @Test
    void anAddressOfSomeoneElseIsToldToItsOwnerOnly() {
        var account = registered(MemberType.INDIVIDUAL, "US");
        var other = NewMember.named("owner" + number, MemberType.INDIVIDUAL, "US");
        members.register(List.of(other));
        var taken = "owner" + number + "@members.example";
        var asking = new Asking(account, Language.EN, VISITOR);
        contacts.requestEmail(asking, taken, MemberExamples.PASSWORD);
        assertThat(contacts.pendingEmail(account)).contains(taken);
        assertThat(outside.mail(taken, 1).get("subject").asString()).contains("already in use");
        refused("code-wrong", () -> contacts.confirmEmail(account, "123456"));
    }

    @Test
    void anotherPhoneHoldsOnceItsCodeIsAnswered() {
        var account = registered(MemberType.INDIVIDUAL, "JP");
        contacts.requestPhone(new Asking(account, Language.JA, VISITOR), "080-1234-" + number);
        assertThat(members.member(account).phone()).isNull();
        var e164 = "+81801234" + number;
        contacts.confirmPhone(account, outside.messagedCode(e164, 1));
        assertThat(members.member(account).phone()).isEqualTo(e164);
        refused("code-expired", () -> contacts.confirmPhone(account, "123456"));
    }

    private AccountId registered(MemberType type, String country) {
        var plain = NewMember.named("profile" + number, type, country);
        var wanted =
                new NewMember(null, plain.details(), plain.language(), MemberExamples.PASSWORD);
        return members.register(List.of(wanted)).getFirst().account();
    }

    private static Map<String, String> individual() {
        return new HashMap<>(MemberExamples.individual("x@example.jp", "0"));
    }

    private static Map<String, String> business() {
        var typed = new HashMap<>(MemberExamples.business("x@example.jp", "0"));
        typed.put("contactName", "Kim Min-jun");
        typed.put("postalCode", "1000001");
        return typed;
    }

    private static void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo(code));
    }
}
