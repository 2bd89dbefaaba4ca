package keiyaku.member;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keiyaku.member.MemberRefusal.SignUpExpired;
import keiyaku.member.MemberRefusal.StepMissing;
import keiyaku.member.MemberRefusal.TermsNotAgreed;
import keiyaku.member.OneTimeCodes.Order;
import keiyaku.member.SignUp.Place;
import keiyaku.member.Throttles.Counted;
import keiyaku.notification.Delivery;
import keiyaku.notification.NotificationRequest;
import keiyaku.notification.Notifications;
import keiyaku.notification.PagePath;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.Language;
import keiyaku.shared.MovableClock;
import keiyaku.shared.RefusedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door of sign-up (M-2): a sign-up is opened by its ticket, which the browser holds, and can be
 * gone on with for 24 hours on the step where it stopped.
 */
@Component
public class SignUps {

    private static final Duration KEPT = Duration.ofHours(24);

    private final SignUpStore store;
    private final Registration registration;
    private final OneTimeCodes codes;
    private final Passwords passwords;
    private final Throttles throttles;
    private final Notifications notifications;
    private final MemberSettings settings;
    private final MovableClock clock;

    SignUps(
            SignUpStore store,
            Registration registration,
            OneTimeCodes codes,
            Passwords passwords,
            Throttles throttles,
            Notifications notifications,
            MemberSettings settings,
            MovableClock clock) {
        this.store = store;
        this.registration = registration;
        this.codes = codes;
        this.passwords = passwords;
        this.throttles = throttles;
        this.notifications = notifications;
        this.settings = settings;
        this.clock = clock;
    }

    /** The ticket is to be kept by the browser alone. */
    public record Started(SignUp signUp, String ticket) {}

    /** The documents to agree to, in the versions that hold. */
    public List<TermsDocument> terms() {
        return settings.terms().stream().map(TermsDocument::parse).toList();
    }

    public PasswordPolicy passwordPolicy() {
        return passwords.policy();
    }

    public int minimumAge() {
        return settings.minimumAge();
    }

    @Transactional
    public Started start(Place place, Language language, Visitor visitor) {
        var network = Throttles.key("sign-up-network", visitor.network());
        throttles.count(List.of(new Counted(network, Throttles.BY_NETWORK)));
        var ticket = Ticket.issue(new AccountId(Ids.next(clock)));
        var signUp =
                new SignUp(
                        ticket.account(),
                        SignUpStep.TERMS,
                        place,
                        language,
                        List.of(),
                        Map.of(),
                        null,
                        false,
                        false,
                        clock.instant().plus(KEPT));
        store.insert(signUp, ticket.hash());
        return new Started(signUp, ticket.text());
    }

    /** The sign-up that a ticket opens, unless there is none or its time is over. */
    @Transactional(readOnly = true)
    public Optional<SignUp> find(String ticket) {
        return Ticket.parse(ticket).flatMap(t -> opened(t, store.find(t.account())));
    }

    /** Another country or type leads to the terms again; what was entered stays. */
    @Transactional
    public SignUp choosePlace(String ticket, Place place) {
        var before = lock(ticket, SignUpStep.PLACE);
        if (place.equals(before.place())) {
            return before;
        }
        return save(Changes.of(before).place(place).signUp().at(SignUpStep.TERMS));
    }

    /** The documents ticked; those of {@link #terms} are needed, marketing is not (M-2). */
    @Transactional
    public SignUp agree(String ticket, List<String> documents, Visitor visitor) {
        var before = lock(ticket, SignUpStep.TERMS);
        if (!documents.containsAll(terms().stream().map(TermsDocument::code).toList())) {
            throw new TermsNotAgreed().thrown();
        }
        var now = clock.instant();
        var consents = new ArrayList<Consent>();
        for (var terms : terms()) {
            consents.add(new Consent(terms.code(), terms.version(), true, now, visitor.address()));
        }
        for (var channel : List.of(Consent.MARKETING_MAIL, Consent.MARKETING_SMS)) {
            boolean agreed = documents.contains(channel);
            consents.add(new Consent(channel, "1", agreed, now, visitor.address()));
        }
        var after = Changes.of(before).consents(consents).signUp();
        return save(after.at(later(before.step(), SignUpStep.FORM)));
    }

    /**
     * The form of M-4 or M-5: fields by their names, with password and passwordAgain. A password
     * entered before need not be typed again.
     */
    @Transactional
    public SignUp enter(String ticket, Map<String, String> typed) {
        var before = lock(ticket, SignUpStep.FORM);
        var entered = new HashMap<>(typed);
        var password = entered.remove("password");
        var again = entered.remove("passwordAgain");
        var wanted =
                new Passwords.Wanted(password == null ? "" : password, again == null ? "" : again);
        boolean kept = wanted.password().isEmpty() && before.passwordHash() != null;
        var form = new FormReading(entered);
        var details = form.read("form", (f, t) -> MemberForm.read(basis(before.place()), entered));
        if (!kept) {
            form.check(() -> passwords.check(wanted, entered.getOrDefault("email", "")));
        }
        form.orThrow();
        var hash = kept ? before.passwordHash() : passwords.hash(wanted.password());
        return save(entered(before, details.orElseThrow(), entered, hash));
    }

    /** What was proven for an address or a number holds for that one only. */
    private SignUp entered(
            SignUp before,
            MemberDetails details,
            Map<String, String> entered,
            @org.jspecify.annotations.Nullable String hash) {
        entered.keySet().removeIf(field -> entered.getOrDefault(field, "").length() > 200);
        entered.put("email", details.email().value());
        if (details.phone() != null) {
            entered.put("phone", details.phone().asEntered());
        }
        boolean sameMail = before.email().equalsIgnoreCase(details.email().value());
        boolean samePhone = before.phone().equals(entered.getOrDefault("phone", ""));
        var after =
                Changes.of(before)
                        .entered(entered)
                        .passwordHash(hash)
                        .verified(
                                before.emailVerified() && sameMail,
                                before.phoneVerified() && samePhone)
                        .signUp();
        return after.at(unproven(after));
    }

    private static SignUpStep unproven(SignUp signUp) {
        if (!signUp.emailVerified()) {
            return SignUpStep.MAIL;
        }
        return signUp.phoneVerified() ? SignUpStep.LANGUAGE : SignUpStep.PHONE;
    }

    /** Sends the code of M-9, again where it did not come. */
    @Transactional
    public void sendMail(String ticket, Language language, Visitor visitor) {
        var signUp = lock(ticket, SignUpStep.MAIL);
        var order = new Order(signUp.account(), CodePurpose.SIGN_UP_MAIL, language, visitor);
        codes.mail(order, details(signUp).email());
        save(Changes.of(signUp).language(language).signUp());
    }

    /** A typing error in the address is put right (M-9); the code is to be sent anew. */
    @Transactional
    public SignUp correctEmail(String ticket, String email) {
        var before = lock(ticket, SignUpStep.MAIL);
        var address = EmailAddress.parse("email", email);
        var entered = new HashMap<>(before.entered());
        entered.put("email", address.value());
        codes.withdraw(before.account(), CodePurpose.SIGN_UP_MAIL);
        var after = Changes.of(before).entered(entered);
        return save(after.verified(false, before.phoneVerified()).signUp().at(SignUpStep.MAIL));
    }

    @Transactional(noRollbackFor = RefusedException.class)
    public SignUp confirmMail(String ticket, String code) {
        var before = lock(ticket, SignUpStep.MAIL);
        if (before.emailVerified()) {
            return before;
        }
        codes.confirm(before.account(), CodePurpose.SIGN_UP_MAIL, code);
        var after = Changes.of(before).verified(true, before.phoneVerified()).signUp();
        return save(after.at(unproven(after)));
    }

    /** Sends the code of M-10, again where it did not come. */
    @Transactional
    public void sendSms(String ticket, Language language, Visitor visitor) {
        var signUp = lock(ticket, SignUpStep.PHONE);
        var order = new Order(signUp.account(), CodePurpose.SIGN_UP_PHONE, language, visitor);
        codes.sms(order, PhoneNumber.parse("phone", signUp.phone(), country(signUp)));
    }

    @Transactional
    public SignUp correctPhone(String ticket, String phone) {
        var before = lock(ticket, SignUpStep.PHONE);
        var number = PhoneNumber.parse("phone", phone, country(before));
        var entered = new HashMap<>(before.entered());
        entered.put("phone", number.asEntered());
        codes.withdraw(before.account(), CodePurpose.SIGN_UP_PHONE);
        var after = Changes.of(before).entered(entered);
        return save(after.verified(before.emailVerified(), false).signUp().at(SignUpStep.PHONE));
    }

    @Transactional(noRollbackFor = RefusedException.class)
    public SignUp confirmPhone(String ticket, String code) {
        var before = lock(ticket, SignUpStep.PHONE);
        if (before.phoneVerified()) {
            return before;
        }
        codes.confirm(before.account(), CodePurpose.SIGN_UP_PHONE, code);
        var after = Changes.of(before).verified(before.emailVerified(), true).signUp();
        return save(after.at(unproven(after)));
    }

    /** What became of the mail with the code: a bounce is shown to the visitor (M-9). */
    @Transactional(readOnly = true)
    public Optional<Delivery> mailDelivery(String ticket) {
        return find(ticket).flatMap(s -> codes.delivery(s.account(), CodePurpose.SIGN_UP_MAIL));
    }

    @Transactional(readOnly = true)
    public Optional<Delivery> smsDelivery(String ticket) {
        return find(ticket).flatMap(s -> codes.delivery(s.account(), CodePurpose.SIGN_UP_PHONE));
    }

    /** The last step: makes the member and its main account. Doing it twice makes one. */
    @Transactional
    public AccountId complete(String ticket, Language language) {
        var before = lock(ticket, SignUpStep.LANGUAGE);
        if (before.step() == SignUpStep.DONE) {
            return before.account();
        }
        var details = details(before);
        registration.open(
                new MemberStore.Opened(
                        before.account(),
                        details,
                        language,
                        before.passwordHash(),
                        clock.instant()),
                before.consents());
        notifications.mail(
                NotificationRequest.of(
                                before.account(),
                                "welcome",
                                Map.of(
                                        "name", details.holder().displayName(),
                                        "link", PagePath.of("/my/payment-methods")))
                        .sentAtOnce());
        var done = Changes.of(before).entered(Map.of()).passwordHash(null).language(language);
        return save(done.signUp().at(SignUpStep.DONE)).account();
    }

    private SignUp save(SignUp signUp) {
        var kept = Changes.of(signUp).expiresAt(clock.instant().plus(KEPT)).signUp();
        store.save(kept);
        return kept;
    }

    private SignUp lock(String ticket, SignUpStep step) {
        var signUp =
                Ticket.parse(ticket)
                        .flatMap(t -> opened(t, store.lock(t.account())))
                        .orElseThrow(() -> new SignUpExpired().thrown());
        boolean repeated = signUp.step() == SignUpStep.DONE && step == SignUpStep.LANGUAGE;
        if (!repeated && !step.isOpenAt(signUp.step())) {
            throw new StepMissing().thrown();
        }
        return signUp;
    }

    private Optional<SignUp> opened(Ticket ticket, Optional<SignUpStore.Kept> kept) {
        return kept.filter(k -> Secrets.same(k.secretHash(), ticket.hash()))
                .map(SignUpStore.Kept::signUp)
                .filter(signUp -> clock.instant().isBefore(signUp.expiresAt()));
    }

    private MemberDetails details(SignUp signUp) {
        return MemberForm.read(basis(signUp.place()), signUp.entered());
    }

    private MemberForm.Basis basis(Place place) {
        var today = LocalDate.ofInstant(clock.instant(), Countries.zone(place.country()));
        return new MemberForm.Basis(place.type(), place.country(), today, settings.minimumAge());
    }

    private static String country(SignUp signUp) {
        return signUp.place().country();
    }

    private static SignUpStep later(SignUpStep one, SignUpStep other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
