package keiyaku.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import keiyaku.notification.Delivery;
import keiyaku.shared.BadInputException;
import keiyaku.shared.Language;
import keiyaku.shared.MovableClock;
import keiyaku.shared.RefusedException;
import keiyaku.testing.App;
import keiyaku.testing.Outside;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * M-2, M-9 and M-10 with the sandbox's inbox; the clock is moved, so the application is its own.
 */
class SignUpsTest {

    private static final AtomicInteger NEXT = new AtomicInteger(1000);
    private static final List<String> ALL_TERMS = List.of("terms-of-use", "privacy");

    private static Outside outside;
    private static App app;
    private static SignUps signUps;
    private static Members members;

    private final int number = NEXT.incrementAndGet();
    private final String email = "taro" + number + "@example.jp";
    private final String phone = "0901234" + number;
    private final String e164 = "+81901234" + number;
    private final Visitor visitor = Visitor.at("192.0.2." + number % 250);

    @BeforeAll
    static void start() {
        outside = Outside.start();
        app = App.start(outside.settings());
        signUps = app.part(SignUps.class);
        members = app.part(Members.class);
    }

    @AfterAll
    static void stop() {
        app.stop();
        outside.close();
    }

    @Test
    void anIndividualSignsUp() {
        var ticket = untilMail();
        signUps.confirmMail(ticket, outside.mailedCode(email, 1));
        signUps.sendSms(ticket, Language.JA, visitor);
        signUps.confirmPhone(ticket, outside.messagedCode(e164, 1));
        var account = signUps.complete(ticket, Language.KO);

        assertThat(signUps.complete(ticket, Language.KO)).isEqualTo(account);
        var member = members.member(account);
        assertThat(member.displayName()).isEqualTo("山田 太郎");
        assertThat(member.language()).isEqualTo(Language.KO);
        assertThat(member.phone()).isEqualTo(e164);
        assertThat(member.address().line("JP")).isEqualTo("100-0001 東京都千代田区千代田1-1");
        assertThat(members.byEmail(email.toUpperCase(java.util.Locale.ROOT))).contains(member);
        assertThat(members.consents(account))
                .extracting(Consent::document, Consent::agreed)
                .containsExactlyInAnyOrder(
                        tuple("terms-of-use", true),
                        tuple("privacy", true),
                        tuple("marketing-mail", true),
                        tuple("marketing-sms", false));
        assertThat(outside.mail(email, 2).get("subject").asString()).contains("완료");
    }

    @Test
    void aBusinessSignsUp() {
        var place = new SignUp.Place("KR", MemberType.BUSINESS);
        var ticket = signUps.start(place, Language.KO, visitor).ticket();
        signUps.agree(ticket, ALL_TERMS, visitor);
        var korean = "0101234" + number;
        signUps.enter(ticket, MemberExamples.business(email, korean));
        signUps.sendMail(ticket, Language.KO, visitor);
        signUps.confirmMail(ticket, outside.mailedCode(email, 1));
        signUps.sendSms(ticket, Language.KO, visitor);
        signUps.confirmPhone(ticket, outside.messagedCode("+82101234" + number, 1));
        var member = members.member(signUps.complete(ticket, Language.KO));
        assertThat(member.displayName()).isEqualTo("한빛 주식회사");
        assertThat(member.businessNumber()).isEqualTo("1234567891");
        assertThat(member.taxInvoices()).isEqualTo(TaxInvoices.NEXT_MONTH);
        assertThat(member.isDomestic("KR")).isTrue();
    }

    @Test
    void isResumedOnItsStepWithin24Hours() {
        var ticket = untilMail();
        move(Duration.ofHours(23));
        assertThat(signUps.find(ticket)).map(SignUp::step).contains(SignUpStep.MAIL);
        move(Duration.ofHours(2));
        assertThat(signUps.find(ticket)).isEmpty();
        refused("sign-up-expired", () -> signUps.sendMail(ticket, Language.JA, visitor));
    }

    @Test
    void aStepBeforeItsTimeIsRefused() {
        var ticket = started();
        refused("step-missing", () -> signUps.enter(ticket, form()));
        refused("step-missing", () -> signUps.complete(ticket, Language.JA));
        refused(
                "terms-not-agreed",
                () -> signUps.agree(ticket, List.of("privacy", "marketing-mail"), visitor));
    }

    @Test
    void theFormTellsAllThatIsWrongAtOnceAndChangesNothing() {
        var ticket = started();
        signUps.agree(ticket, ALL_TERMS, visitor);
        var form = form();
        form.put("email", "taro@");
        form.put("birthDate", "2999-01-01");
        form.put("phone", "0312345678");
        form.put("passwordAgain", "other");
        assertThatThrownBy(() -> signUps.enter(ticket, form))
                .isInstanceOfSatisfying(
                        BadInputException.class,
                        e ->
                                assertThat(e.errors())
                                        .extracting(BadInputException.FieldError::code)
                                        .containsExactlyInAnyOrder(
                                                "email-wrong",
                                                "birth-date-future",
                                                "phone-not-mobile",
                                                "passwords-differ"));
        assertThat(signUps.find(ticket).orElseThrow().entered()).isEmpty();
    }

    @Test
    void aWrongCodeHasFiveTriesAndIsCountedAlthoughRefused() {
        var ticket = untilMail();
        var code = outside.mailedCode(email, 1);
        var wrong = MemberExamples.otherThan(code);
        for (int left = 4; left >= 1; left--) {
            int expected = left;
            assertThatThrownBy(() -> signUps.confirmMail(ticket, wrong))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            e ->
                                    assertThat(e.refusal())
                                            .isEqualTo(new MemberRefusal.CodeWrong(expected)));
        }
        refused("too-many-tries", () -> signUps.confirmMail(ticket, wrong));
        refused("too-many-tries", () -> signUps.confirmMail(ticket, code));
        signUps.sendMail(ticket, Language.JA, visitor);
        assertThat(signUps.confirmMail(ticket, outside.mailedCode(email, 2)).step())
                .isEqualTo(SignUpStep.PHONE);
    }

    @Test
    void whatIsNoCodeAtAllIsNotCounted() {
        var ticket = untilMail();
        var code = outside.mailedCode(email, 1);
        for (var typed : List.of("x", "12345", "1234567", "\uD83D\uDE00", "<b>", code + "0")) {
            assertThatThrownBy(() -> signUps.confirmMail(ticket, typed))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("six-digits");
        }
        assertThat(
                        signUps.confirmMail(
                                        ticket,
                                        " " + code.substring(0, 3) + "-" + code.substring(3))
                                .step())
                .isEqualTo(SignUpStep.PHONE);
    }

    @Test
    void codesExpire() {
        var ticket = untilMail();
        var mailed = outside.mailedCode(email, 1);
        move(Duration.ofMinutes(31));
        refused("code-expired", () -> signUps.confirmMail(ticket, mailed));
        signUps.sendMail(ticket, Language.JA, visitor);
        signUps.confirmMail(ticket, outside.mailedCode(email, 2));
        signUps.sendSms(ticket, Language.JA, visitor);
        var messaged = outside.messagedCode(e164, 1);
        move(Duration.ofSeconds(181));
        refused("code-expired", () -> signUps.confirmPhone(ticket, messaged));
    }

    @Test
    void fiveMailsAnHourGoToOneAddressWhoeverAsks() {
        var ticket = untilMail();
        for (int sent = 1; sent < 5; sent++) {
            signUps.sendMail(ticket, Language.JA, visitor);
        }
        refused("too-many-messages", () -> signUps.sendMail(ticket, Language.JA, visitor));
        var other = Visitor.at("198.51.100." + number % 250);
        refused("too-many-messages", () -> signUps.sendMail(ticket, Language.JA, other));
        move(Duration.ofMinutes(61));
        signUps.sendMail(ticket, Language.JA, visitor);
        assertThat(outside.mail(email, 6)).isNotNull();
    }

    @Test
    void aKnownAddressIsToldByMailAndNotOnThePage() {
        members.register(List.of(NewMember.named("known " + number, MemberType.INDIVIDUAL, "JP")));
        var known = "known-" + number + "@members.example";
        var ticket = started();
        signUps.agree(ticket, ALL_TERMS, visitor);
        var form = form();
        form.put("email", known);
        assertThat(signUps.enter(ticket, form).step()).isEqualTo(SignUpStep.MAIL);
        signUps.sendMail(ticket, Language.JA, visitor);
        var mail = outside.mail(known, 1);
        assertThat(mail.get("subject").asString()).isEqualTo("このメールアドレスはすでに登録されています");
        assertThat(mail.get("html").asString()).contains("/login");
        refused("code-wrong", () -> signUps.confirmMail(ticket, "123456"));
    }

    @Test
    void ofTwoSignUpsWithOneAddressOneWins() throws Exception {
        var one = untilLanguage(1);
        var two = untilLanguage(2);
        var won = new AtomicInteger();
        var lost = new AtomicInteger();
        Callable<Void> first = () -> finish(one, won, lost);
        Callable<Void> second = () -> finish(two, won, lost);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var each : threads.invokeAll(List.of(first, second))) {
                each.get();
            }
        }
        assertThat(won).hasValue(1);
        assertThat(lost).hasValue(1);
    }

    private String untilLanguage(int which) {
        var ticket = untilMail();
        signUps.confirmMail(ticket, outside.mailedCode(email, which));
        signUps.sendSms(ticket, Language.JA, visitor);
        signUps.confirmPhone(ticket, outside.messagedCode(e164, which));
        return ticket;
    }

    private static Void finish(String ticket, AtomicInteger won, AtomicInteger lost) {
        try {
            signUps.complete(ticket, Language.JA);
            won.incrementAndGet();
        } catch (RefusedException e) {
            assertThat(e.refusal().code()).isEqualTo("email-taken");
            lost.incrementAndGet();
        }
        return null;
    }

    @Test
    void aBounceIsSeenAndTheAddressCanBeCorrected() throws InterruptedException {
        var ticket = started();
        signUps.agree(ticket, ALL_TERMS, visitor);
        var form = form();
        form.put("email", "nobody" + number + "@bounce.example");
        signUps.enter(ticket, form);
        signUps.sendMail(ticket, Language.JA, visitor);
        Delivery delivery = signUps.mailDelivery(ticket).orElseThrow();
        for (int i = 0; i < 500 && delivery.state() == Delivery.State.WAITING; i++) {
            Thread.sleep(20);
            delivery = signUps.mailDelivery(ticket).orElseThrow();
        }
        assertThat(delivery.state()).isEqualTo(Delivery.State.BOUNCED);
        assertThat(delivery.reason()).isEqualTo("smtp-550");
        signUps.correctEmail(ticket, email);
        signUps.sendMail(ticket, Language.JA, visitor);
        assertThat(signUps.confirmMail(ticket, outside.mailedCode(email, 1)).step())
                .isEqualTo(SignUpStep.PHONE);
    }

    @Test
    void anotherAddressInTheFormIsToBeProvenAnew() {
        var ticket = untilMail();
        signUps.confirmMail(ticket, outside.mailedCode(email, 1));
        var form = form();
        form.put("password", "");
        form.put("passwordAgain", "");
        assertThat(signUps.enter(ticket, form).step()).isEqualTo(SignUpStep.PHONE);
        form.put("email", "other" + email);
        assertThat(signUps.enter(ticket, form).step()).isEqualTo(SignUpStep.MAIL);
    }

    @Test
    void registersManyOrNone() {
        var many =
                java.util.stream.IntStream.range(0, 50)
                        .mapToObj(i -> "bulk " + number + " " + i)
                        .map(name -> NewMember.named(name, MemberType.BUSINESS, "JP"))
                        .toList();
        var registered = members.register(many);
        assertThat(registered).hasSize(50);
        assertThat(members.of(registered.stream().map(Member::account).toList())).hasSize(50);
        var again =
                List.of(
                        NewMember.named("fresh " + number, MemberType.INDIVIDUAL, "KR"),
                        many.getFirst());
        refused("email-taken", () -> members.register(again));
        assertThat(members.byEmail("fresh-" + number + "@members.example")).isEmpty();
    }

    private String started() {
        var place = new SignUp.Place("JP", MemberType.INDIVIDUAL);
        return signUps.start(place, Language.JA, visitor).ticket();
    }

    private String untilMail() {
        var ticket = started();
        signUps.agree(ticket, List.of("terms-of-use", "privacy", "marketing-mail"), visitor);
        signUps.enter(ticket, form());
        signUps.sendMail(ticket, Language.JA, visitor);
        return ticket;
    }

    private Map<String, String> form() {
        return MemberExamples.individual(email, phone);
    }

    private static void move(Duration ahead) {
        var clock = app.part(MovableClock.class);
        clock.moveTo(clock.instant().plus(ahead));
    }

    private static void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo(code));
    }
}
