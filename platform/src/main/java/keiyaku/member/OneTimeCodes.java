package keiyaku.member;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import keiyaku.member.MemberRefusal.CodeExpired;
import keiyaku.member.Throttles.Counted;
import keiyaku.notification.Delivery;
import keiyaku.notification.NotificationRequest;
import keiyaku.notification.Notifications;
import keiyaku.notification.PagePath;
import keiyaku.notification.Recipient;
import keiyaku.notification.Secret;
import keiyaku.shared.AccountId;
import keiyaku.shared.BadInputException;
import keiyaku.shared.Ids;
import keiyaku.shared.Language;
import keiyaku.shared.MovableClock;
import org.springframework.stereotype.Component;

/** Sends one-time codes and checks the answers; runs in the caller's transaction. */
@Component
class OneTimeCodes {

    private static final int LONGEST_TYPED = 20;

    private final CodeStore codes;
    private final MemberStore members;
    private final Throttles throttles;
    private final Notifications notifications;
    private final MovableClock clock;

    OneTimeCodes(
            CodeStore codes,
            MemberStore members,
            Throttles throttles,
            Notifications notifications,
            MovableClock clock) {
        this.codes = codes;
        this.members = members;
        this.throttles = throttles;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Whose code, for what, and in which language the message is. */
    record Order(AccountId account, CodePurpose purpose, Language language, Visitor visitor) {}

    /**
     * Sends a code by mail. Where the address belongs to a member already, that member is told so
     * by mail instead, and whoever asks cannot tell the difference.
     */
    void mail(Order order, EmailAddress to) {
        throttles.count(
                List.of(
                        new Counted(Throttles.key("mail", to.key()), Throttles.MAILS),
                        new Counted(network("mail", order), Throttles.BY_NETWORK)));
        boolean known = members.accountOf(to.key()).isPresent();
        var code = known ? Ids.secret() : Secrets.sixDigits();
        boolean signUp = order.purpose() == CodePurpose.SIGN_UP_MAIL;
        var template = (signUp ? "sign-up" : "email") + (known ? "-known" : "-code");
        Map<String, Object> facts =
                known ? Map.of("link", PagePath.of("/login")) : facts(order, code);
        var request =
                NotificationRequest.of(order.account(), template, facts)
                        .to(new Recipient(to.value(), order.language()))
                        .sentAtOnce();
        put(order, to.key(), code, notifications.mail(request));
    }

    /** Sends a code by short message. */
    void sms(Order order, PhoneNumber to) {
        throttles.count(
                List.of(
                        new Counted(Throttles.key("sms", to.e164()), Throttles.MESSAGES),
                        new Counted(network("sms", order), Throttles.BY_NETWORK)));
        var code = Secrets.sixDigits();
        var request =
                NotificationRequest.of(order.account(), "phone-code", facts(order, code))
                        .to(new Recipient(to.e164(), order.language()))
                        .sentAtOnce();
        put(order, to.e164(), code, notifications.sms(request));
    }

    private static Map<String, Object> facts(Order order, String code) {
        return Map.of("code", new Secret(code), "minutes", order.purpose().valid().toMinutes());
    }

    private static String network(String kind, Order order) {
        return Throttles.key(kind + "-network", order.visitor().network());
    }

    private void put(Order order, String target, String code, UUID message) {
        var until = clock.instant().plus(order.purpose().valid());
        var hash = OneTimeCode.hash(target, code);
        codes.put(
                order.account(),
                order.purpose(),
                new OneTimeCode(target, hash, OneTimeCode.TRIES, until, message));
    }

    /**
     * The answer to a code. A wrong one is counted although it is refused, so the caller's
     * transaction must not roll back for a refusal. What is no code at all is not counted.
     *
     * @return the e-mail key or number that the code has proven
     */
    String confirm(AccountId account, CodePurpose purpose, String typed) {
        var plain = Input.plain("code", typed, LONGEST_TYPED).replaceAll("[\\s-]", "");
        if (!plain.matches("\\d{6}")) {
            throw new BadInputException("code", "six-digits");
        }
        var code = codes.lock(account, purpose).orElseThrow(() -> new CodeExpired().thrown());
        return switch (code.answer(plain, clock.instant())) {
            case OneTimeCode.Answer.Right() -> {
                codes.remove(account, purpose);
                yield code.target();
            }
            case OneTimeCode.Answer.Wrong(int left, MemberRefusal why) -> {
                codes.setTriesLeft(account, purpose, left);
                throw why.thrown();
            }
        };
    }

    /** The code that is waited for. */
    Optional<OneTimeCode> pending(AccountId account, CodePurpose purpose) {
        return codes.find(account, purpose);
    }

    /** What became of the message with the code that is waited for. */
    Optional<Delivery> delivery(AccountId account, CodePurpose purpose) {
        return codes.find(account, purpose)
                .flatMap(code -> notifications.delivery(account, code.message()));
    }

    void withdraw(AccountId account, CodePurpose purpose) {
        codes.remove(account, purpose);
    }
}
