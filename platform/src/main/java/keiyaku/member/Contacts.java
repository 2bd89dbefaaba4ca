package keiyaku.member;

import java.util.Map;
import java.util.Optional;
import keiyaku.member.MemberRefusal.CodeExpired;
import keiyaku.member.MemberRefusal.EmailTaken;
import keiyaku.member.OneTimeCodes.Order;
import keiyaku.notification.Delivery;
import keiyaku.notification.NotificationRequest;
import keiyaku.notification.Notifications;
import keiyaku.notification.Recipient;
import keiyaku.shared.AccountId;
import keiyaku.shared.BadInputException;
import keiyaku.shared.Language;
import keiyaku.shared.MovableClock;
import keiyaku.shared.RefusedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for another e-mail address or phone (M-13): each holds only when its code was answered.
 * Until then the old one stays.
 */
@Component
public class Contacts {

    private final MemberStore store;
    private final OneTimeCodes codes;
    private final Logins logins;
    private final Notifications notifications;
    private final MovableClock clock;

    Contacts(
            MemberStore store,
            OneTimeCodes codes,
            Logins logins,
            Notifications notifications,
            MovableClock clock) {
        this.store = store;
        this.codes = codes;
        this.logins = logins;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Who asks, in which language and from where. */
    public record Asking(AccountId account, Language language, Visitor visitor) {}

    /** Sends a code to a new address; the password is asked for, since it is the key to all. */
    @Transactional
    public void requestEmail(Asking asking, String email, String password) {
        var profile = locked(asking.account());
        var address = EmailAddress.parse("email", email);
        logins.requirePassword(asking.account(), "currentPassword", password, asking.visitor());
        if (address.key().equals(profile.details().email().key())) {
            throw new BadInputException("email", "email-same");
        }
        codes.mail(order(asking, CodePurpose.NEW_EMAIL), address);
    }

    /** The code was answered: the address changes, and the old one is told so. */
    @Transactional(noRollbackFor = RefusedException.class)
    public void confirmEmail(AccountId account, String code) {
        var profile = locked(account);
        var proven = codes.confirm(account, CodePurpose.NEW_EMAIL, code);
        var before = profile.details().email();
        var after = new EmailAddress(proven);
        if (!store.replaceEmail(account, before, after)) {
            throw new EmailTaken().thrown();
        }
        notifications.mail(
                NotificationRequest.of(
                                account,
                                "email-changed",
                                Map.of(
                                        "name", profile.details().holder().displayName(),
                                        "at", clock.instant(),
                                        "masked", after.masked()))
                        .to(new Recipient(before.value(), profile.language()))
                        .sentAtOnce());
    }

    @Transactional
    public void requestPhone(Asking asking, String phone) {
        var profile = locked(asking.account());
        var country = profile.details().country();
        var number = PhoneNumber.parse("phone", phone, country);
        codes.sms(order(asking, CodePurpose.NEW_PHONE), number);
    }

    @Transactional(noRollbackFor = RefusedException.class)
    public void confirmPhone(AccountId account, String code) {
        locked(account);
        var proven = codes.confirm(account, CodePurpose.NEW_PHONE, code);
        store.setPhone(account, new PhoneNumber(proven, proven));
    }

    /** The address that a code is waited for. */
    @Transactional(readOnly = true)
    public Optional<String> pendingEmail(AccountId account) {
        return pending(account, CodePurpose.NEW_EMAIL);
    }

    /** The number (E.164) that a code is waited for. */
    @Transactional(readOnly = true)
    public Optional<String> pendingPhone(AccountId account) {
        return pending(account, CodePurpose.NEW_PHONE);
    }

    @Transactional(readOnly = true)
    public Optional<Delivery> mailDelivery(AccountId account) {
        return codes.delivery(account, CodePurpose.NEW_EMAIL);
    }

    /** Sends the code for the pending address again. */
    @Transactional
    public void sendMailAgain(Asking asking) {
        var target = pendingEmail(asking.account()).orElseThrow(() -> new CodeExpired().thrown());
        codes.mail(order(asking, CodePurpose.NEW_EMAIL), new EmailAddress(target));
    }

    @Transactional
    public void withdraw(AccountId account) {
        codes.withdraw(account, CodePurpose.NEW_EMAIL);
        codes.withdraw(account, CodePurpose.NEW_PHONE);
    }

    private Optional<String> pending(AccountId account, CodePurpose purpose) {
        return codes.pending(account, purpose)
                .filter(code -> clock.instant().isBefore(code.expiresAt()))
                .map(OneTimeCode::target);
    }

    private static Order order(Asking asking, CodePurpose purpose) {
        return new Order(asking.account(), purpose, asking.language(), asking.visitor());
    }

    private Profile locked(AccountId account) {
        return store.lock(account)
                .orElseThrow(() -> new IllegalStateException("no member of " + account));
    }
}
