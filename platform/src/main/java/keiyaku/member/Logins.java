package keiyaku.member;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import keiyaku.member.MemberRefusal.LoginFailed;
import keiyaku.member.MemberRefusal.ResetExpired;
import keiyaku.member.Throttles.Counted;
import keiyaku.notification.NotificationRequest;
import keiyaku.notification.Notifications;
import keiyaku.notification.PagePath;
import keiyaku.shared.AccountId;
import keiyaku.shared.BadInputException;
import keiyaku.shared.MovableClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door of login (M-14): passwords, waits, one-time addresses, devices. */
@Component
public class Logins {

    /** How long the address for a new password is valid. */
    private static final Duration RESET_VALID = Duration.ofMinutes(30);

    private final LoginStore store;
    private final MemberStore members;
    private final Passwords passwords;
    private final Throttles throttles;
    private final Notifications notifications;
    private final MovableClock clock;

    Logins(
            LoginStore store,
            MemberStore members,
            Passwords passwords,
            Throttles throttles,
            Notifications notifications,
            MovableClock clock) {
        this.store = store;
        this.members = members;
        this.passwords = passwords;
        this.throttles = throttles;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * The account that an address and a password open. Anything else is refused in the same words
     * and after the same work; after some failures with a wait that grows, per ID and per source.
     * Not one transaction: the attempt is counted before the password is looked at.
     */
    public AccountId logIn(String email, String password, Visitor visitor) {
        var key = email.strip().toLowerCase(Locale.ROOT);
        var login = Throttles.key("login", key);
        var source = source(visitor);
        throttles.admit(login, source);
        var account = members.accountOf(key);
        var hash = account.flatMap(store::passwordHash);
        if (!passwords.matches(password, hash.orElse(null))) {
            throw new LoginFailed().thrown();
        }
        throttles.succeeded(login, source);
        return account.orElseThrow(() -> new LoginFailed().thrown());
    }

    private static String source(Visitor visitor) {
        return Throttles.key("login-network", visitor.network());
    }

    /** For deeds that ask for the password again; wrong ones are counted like at login. */
    void requirePassword(AccountId account, String field, String password, Visitor visitor) {
        if (password.isEmpty()) {
            throw new BadInputException(field, "required");
        }
        var login = Throttles.key("password", account.toString());
        throttles.admit(login, source(visitor));
        if (!passwords.matches(password, store.passwordHash(account).orElse(null))) {
            throw new BadInputException(field, "password-wrong");
        }
        throttles.succeeded(login, source(visitor));
    }

    /** Another password; every session of the login ends with it, this one too (M-13). */
    @Transactional
    public void changePassword(
            AccountId account, String current, NewPassword wanted, Visitor visitor) {
        var profile = members.profile(account).orElseThrow();
        passwords.check(wanted.typed(), profile.details().email().value());
        requirePassword(account, "currentPassword", current, visitor);
        if (wanted.password().equals(current)) {
            throw new BadInputException("password", "password-same");
        }
        set(profile, wanted.password());
    }

    /** A password and its repetition as typed. */
    public record NewPassword(String password, String again) {
        Passwords.Wanted typed() {
            return new Passwords.Wanted(password, again);
        }

        @Override
        public String toString() {
            return "password";
        }
    }

    private void set(Profile profile, String password) {
        var account = profile.account();
        store.setPassword(account, passwords.hash(password), clock.instant());
        store.dropReset(account);
        store.endSessions(account);
        notifications.mail(
                NotificationRequest.of(
                                account,
                                "password-changed",
                                Map.of(
                                        "name", profile.details().holder().displayName(),
                                        "at", clock.instant(),
                                        "link", PagePath.of("/login/reset")))
                        .sentAtOnce());
    }

    /** Mails a one-time address where the ID is known; the answer is the same where it is not. */
    @Transactional
    public void requestReset(String email, Visitor visitor) {
        var address = EmailAddress.parse("email", email);
        throttles.count(
                List.of(
                        new Counted(Throttles.key("reset", address.key()), Throttles.MAILS),
                        new Counted(
                                Throttles.key("reset-network", visitor.network()),
                                Throttles.BY_NETWORK)));
        members.accountOf(address.key()).ifPresent(this::mailReset);
    }

    private void mailReset(AccountId account) {
        var ticket = Ticket.issue(account);
        store.putReset(account, ticket.hash(), clock.instant().plus(RESET_VALID));
        var facts =
                Map.<String, Object>of(
                        "link",
                        PagePath.once("/login/reset/" + ticket.text()),
                        "minutes",
                        RESET_VALID.toMinutes());
        notifications.mail(NotificationRequest.of(account, "password-reset", facts).sentAtOnce());
    }

    /** Whether a one-time address still works. */
    @Transactional(readOnly = true)
    public boolean isOpen(String reset) {
        return Ticket.parse(reset)
                .filter(t -> store.hasReset(t.account(), t.hash(), clock.instant()))
                .isPresent();
    }

    /** The password of a one-time address; it is used up, and every session ends. */
    @Transactional
    public void reset(String reset, NewPassword wanted) {
        var ticket = Ticket.parse(reset).orElseThrow(() -> new ResetExpired().thrown());
        var profile =
                members.profile(ticket.account()).orElseThrow(() -> new ResetExpired().thrown());
        if (!isOpen(reset)) {
            throw new ResetExpired().thrown();
        }
        passwords.check(wanted.typed(), profile.details().email().value());
        if (!store.takeReset(ticket.account(), ticket.hash(), clock.instant())) {
            throw new ResetExpired().thrown();
        }
        set(profile, wanted.password());
        throttles.succeeded(
                Throttles.key("login", profile.details().email().key()),
                Throttles.key("login-network", "reset"));
    }

    /**
     * A login has just happened on a device. One that was not seen before is told by mail.
     *
     * @param device what the device's cookie holds; empty for none
     * @return what its cookie is to hold from now on
     */
    @Transactional
    public String seen(AccountId account, String device, Visitor visitor) {
        var now = clock.instant();
        var known =
                Optional.of(device)
                        .filter(cookie -> cookie.matches("[0-9a-f]{64}"))
                        .filter(cookie -> store.seen(account, Secrets.hash(cookie), now));
        if (known.isPresent()) {
            return device;
        }
        var fresh = trust(account, device);
        var member = members.members(List.of(account)).getFirst();
        notifications.mail(
                NotificationRequest.of(
                                account,
                                "new-device",
                                Map.of(
                                        "name", member.displayName(),
                                        "at", now,
                                        "device", Agents.name(visitor.agent()),
                                        "address", visitor.address(),
                                        "link", PagePath.of("/my/sessions")))
                        .sentAtOnce());
        return fresh;
    }

    /** A device that needs no mail: the one on which the account was opened. */
    @Transactional
    public String trust(AccountId account, String device) {
        var cookie = device.matches("[0-9a-f]{64}") ? device : keiyaku.shared.Ids.secret();
        store.addDevice(account, Secrets.hash(cookie), clock.instant());
        return cookie;
    }

    public PasswordPolicy passwordPolicy() {
        return passwords.policy();
    }
}
