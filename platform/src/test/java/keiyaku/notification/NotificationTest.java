package keiyaku.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.Language;
import keiyaku.shared.Money;
import keiyaku.shared.MovableClock;
import keiyaku.shared.Period;
import keiyaku.testing.App;
import keiyaku.testing.Outside;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages are rows of the change they tell of, and reach the inbox once. */
class NotificationTest {

    private static final AtomicInteger NEXT = new AtomicInteger(3000);

    private static Outside outside;
    private static App app;
    private static App cutOff;

    private final int number = NEXT.incrementAndGet();
    private final String to = "reader" + number + "@example.jp";

    @BeforeAll
    static void start() {
        outside = Outside.start();
        app = App.start(outside.settings());
        var settings = new HashMap<>(outside.settings());
        settings.put("spring.mail.port", 1);
        settings.put("keiyaku.outside.inbox-url", "http://127.0.0.1:1");
        settings.put("keiyaku.run.workers", 0);
        cutOff = App.start(settings);
    }

    @AfterAll
    static void stop() {
        cutOff.stop();
        app.stop();
        outside.close();
    }

    @Test
    void isSentAtOnceAfterTheCommitAndForgetsItsSecret() {
        var request = request(to).sentAtOnce();
        var id = transaction(app).execute(status -> app.part(Notifications.class).mail(request));
        var mail = outside.mail(to, 1);
        assertThat(mail.get("subject").asString()).isEqualTo("会員登録の確認コード:123456");
        assertThat(mail.get("text").asString()).contains("123456", "30分");
        assertThat(mail.get("html").asString()).contains("<html lang=\"ja\">", "123456");
        await(app, request.account(), id, Delivery.State.SENT);
        assertThat(facts(app, id)).doesNotContain("123456").contains("30");
    }

    @Test
    void isNotSentWhenTheChangeWasRolledBack() throws InterruptedException {
        transaction(app)
                .execute(
                        status -> {
                            app.part(Notifications.class).mail(request(to).sentAtOnce());
                            status.setRollbackOnly();
                            return "";
                        });
        Thread.sleep(300);
        assertThat(outside.mails(to)).isEmpty();
    }

    @Test
    void needsATransactionAndKnownTexts() {
        var door = app.part(Notifications.class);
        assertThatThrownBy(() -> door.mail(request(to)))
                .isInstanceOf(
                        org.springframework.transaction.IllegalTransactionStateException.class);
        var unknown = NotificationRequest.of(account(app), "no-such", Map.of());
        assertThatThrownBy(() -> transaction(app).execute(s -> door.mail(unknown)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("notification.no-such");
    }

    @Test
    void performedTwiceIsSentOnce() {
        var request = request(to);
        var id = transaction(app).execute(status -> app.part(Notifications.class).mail(request));
        var subjects = List.of(new Subject(request.account().value(), id));
        var delivery = app.part(NotificationDelivery.class);
        var now = app.part(MovableClock.class).instant();
        delivery.perform(subjects, now);
        delivery.perform(subjects, now);
        await(app, request.account(), id, Delivery.State.SENT);
        assertThat(outside.mails(to)).hasSize(1);
    }

    @Test
    void whatBouncesIsNotTriedAgain() {
        var request = request("nobody" + number + "@bounce.example").sentAtOnce();
        var id = transaction(app).execute(status -> app.part(Notifications.class).mail(request));
        var delivery = await(app, request.account(), id, Delivery.State.BOUNCED);
        assertThat(delivery.reason()).isEqualTo("smtp-550");
        var sms = request("+819012340000").sentAtOnce();
        var other = transaction(app).execute(s -> app.part(Notifications.class).sms(code(sms)));
        await(app, sms.account(), other, Delivery.State.BOUNCED);
    }

    @Test
    void withoutAConnectionItIsTriedSixTimesMoreAndThenGivenUp() {
        var clock = cutOff.part(MovableClock.class);
        var request = request(to);
        var door = cutOff.part(Notifications.class);
        var id = transaction(cutOff).execute(status -> door.mail(request));
        var subjects = List.of(new Subject(request.account().value(), id));
        for (int attempt = 1; attempt <= 6; attempt++) {
            cutOff.part(NotificationDelivery.class).perform(subjects, clock.instant());
            var delivery = door.delivery(request.account(), id).orElseThrow();
            assertThat(delivery.state()).isEqualTo(Delivery.State.WAITING);
            assertThat(delivery.reason()).isEqualTo("no-connection");
            clock.moveTo(clock.instant().plus(Duration.ofHours(19)));
        }
        cutOff.part(NotificationDelivery.class).perform(subjects, clock.instant());
        assertThat(door.delivery(request.account(), id).orElseThrow().state())
                .isEqualTo(Delivery.State.FAILED);
        assertThat(facts(cutOff, id)).doesNotContain("123456");
    }

    /**
     * Each template in each language, with a fact of each name: nothing is missing, nothing raw.
     */
    @ParameterizedTest
    @EnumSource
    void everyTemplateCanBePutIntoWords(Language language) {
        var texts = new Texts();
        var composer = new Composer(texts, "https://k.example", ZoneId.of("Asia/Tokyo"), "Keiyaku");
        for (var template : texts.templates("subject")) {
            var mail = composer.mail(template, language, Facts.encode(named(texts, template)));
            assertThat(mail.subject()).as(template).isNotBlank().doesNotContainPattern("[{}\n]");
            assertThat(mail.text()).as(template).doesNotContainPattern("[{}]");
            assertThat(mail.html()).as(template).doesNotContain("<script>").doesNotContain("{");
        }
        for (var template : texts.templates("sms")) {
            var sms = composer.sms(template, language, Facts.encode(named(texts, template)));
            assertThat(sms).as(template).doesNotContainPattern("[{}\n]");
        }
    }

    /** Facts that would do harm if they were taken as they are. */
    private static Map<String, Object> named(Texts texts, String template) {
        var facts = new HashMap<String, Object>();
        for (var part : List.of("subject", "body", "sms", "action")) {
            var key = "notification." + template + "." + part;
            if (texts.has(key)) {
                Pattern.compile("\\{(\\w+)}")
                        .matcher(texts.raw(Language.EN, key))
                        .results()
                        .forEach(m -> facts.put(m.group(1), "<script>\r\nBcc: x@y"));
            }
        }
        return facts;
    }

    @ParameterizedTest
    @CsvSource({
        "JA, '8,712円', 2025年11月5日, '2025年11月5日 – 2025年12月4日', 2025年11月6日 00:30 (UTC+9)",
        "KO, '8,712엔', 2025년 11월 5일, '2025년 11월 5일 – 2025년 12월 4일', 2025년 11월 6일 00:30 (UTC+9)",
        "EN, '¥8,712', 5 Nov 2025, 5 Nov 2025 to 4 Dec 2025, 6 Nov 2025 00:30 (UTC+9)",
        "ZH_CN, '8,712日元', 2025年11月5日, '2025年11月5日 – 2025年12月4日', 2025年11月6日 00:30 (UTC+9)"
    })
    void factsAreWrittenAsTheLanguageDoes(
            Language language, String money, String day, String period, String instant) {
        var first = LocalDate.of(2025, 11, 5);
        var json =
                Facts.encode(
                        Map.of(
                                "money", Money.of(8712, "JPY"),
                                "day", first,
                                "period", new Period(first, first.plusMonths(1)),
                                "instant", Instant.parse("2025-11-05T15:30:00Z"),
                                "page", PagePath.of("/my")));
        var words = Facts.words(json, new Wording(language, ZoneId.of("Asia/Tokyo")), "https://k");
        assertThat(words)
                .containsEntry("money", money)
                .containsEntry("day", day)
                .containsEntry("period", period)
                .containsEntry("instant", instant)
                .containsEntry("page", "https://k/my");
    }

    private static NotificationRequest request(String to) {
        Map<String, Object> facts = Map.of("code", new Secret("123456"), "minutes", 30);
        return NotificationRequest.of(account(app), "sign-up-code", facts)
                .to(new Recipient(to, Language.JA));
    }

    private static NotificationRequest code(NotificationRequest request) {
        return new NotificationRequest(
                request.account(), request.to(), "phone-code", request.facts(), request.atOnce());
    }

    private static AccountId account(App where) {
        return new AccountId(Ids.next(where.part(MovableClock.class)));
    }

    private static TransactionTemplate transaction(App where) {
        return new TransactionTemplate(where.part(PlatformTransactionManager.class));
    }

    private static String facts(App where, UUID id) {
        return where.part(JdbcClient.class)
                .sql("SELECT facts FROM notification.message WHERE message_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static Delivery await(App where, AccountId account, UUID id, Delivery.State wanted) {
        var door = where.part(Notifications.class);
        for (int i = 0; i < 500; i++) {
            var delivery = door.delivery(account, id).orElseThrow();
            if (delivery.state() == wanted) {
                return delivery;
            }
            pause();
        }
        throw new AssertionError(door.delivery(account, id) + " is not " + wanted);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
