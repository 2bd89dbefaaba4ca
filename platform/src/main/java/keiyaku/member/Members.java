package keiyaku.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import keiyaku.member.MemberStore.Opened;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.Language;
import keiyaku.shared.MovableClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to members: who they are, and what they change about themselves (M-12, M-13). */
@Component
public class Members {

    private final MemberStore store;
    private final Registration registration;
    private final Passwords passwords;
    private final MemberSettings settings;
    private final MovableClock clock;

    Members(
            MemberStore store,
            Registration registration,
            Passwords passwords,
            MemberSettings settings,
            MovableClock clock) {
        this.store = store;
        this.registration = registration;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
    }

    /** The member of an account; an account without one is a bug and throws. */
    @Transactional(readOnly = true)
    public Member member(AccountId account) {
        return store.members(List.of(account)).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no member of " + account));
    }

    /** Set-wise, for runs; accounts without a member are missing from the answer. */
    @Transactional(readOnly = true)
    public Map<AccountId, Member> of(Collection<AccountId> accounts) {
        return accounts.isEmpty()
                ? Map.of()
                : store.members(accounts).stream()
                        .collect(Collectors.toMap(Member::account, Function.identity()));
    }

    /** By the address that one logs in with, whatever its upper and lower case. */
    @Transactional(readOnly = true)
    public Optional<Member> byEmail(String email) {
        return store.accountOf(email.strip().toLowerCase(java.util.Locale.ROOT)).map(this::member);
    }

    @Transactional(readOnly = true)
    public Profile profile(AccountId account) {
        return store.profile(account)
                .orElseThrow(() -> new IllegalStateException("no member of " + account));
    }

    /** What was agreed to and declined, the oldest first (M-2). */
    @Transactional(readOnly = true)
    public List<Consent> consents(AccountId account) {
        return store.consents(account);
    }

    /**
     * Registers verified members without sign-up and mails: taken over from elsewhere, or of a
     * scenario. All or none; the answer is in the order of what was given.
     */
    @Transactional
    public List<Member> register(List<NewMember> wanted) {
        var opened = wanted.stream().map(this::opened).toList();
        registration.open(opened);
        var members = of(opened.stream().map(Opened::account).toList());
        var inOrder = new ArrayList<Member>(opened.size());
        for (var each : opened) {
            inOrder.add(java.util.Objects.requireNonNull(members.get(each.account())));
        }
        return List.copyOf(inOrder);
    }

    private Opened opened(NewMember wanted) {
        var account = wanted.account();
        return new Opened(
                account == null ? new AccountId(Ids.next(clock)) : account,
                wanted.details(),
                wanted.language(),
                hash(wanted),
                clock.instant());
    }

    private @Nullable String hash(NewMember wanted) {
        var password = wanted.password();
        if (password == null) {
            return null;
        }
        var email = wanted.details().email().value();
        passwords.check(new Passwords.Wanted(password, password), email);
        return passwords.hash(password);
    }

    /**
     * Changes what a member may change alone (M-13): fields by their names, as typed. Those that
     * are locked (M-12), the address to log in with and the phone are not read here.
     */
    @Transactional
    public Profile change(AccountId account, Map<String, String> typed, Visitor visitor) {
        var before = locked(account);
        var was = before.details();
        var basis =
                new MemberForm.Basis(
                        before.type(), was.country(), today(before), settings.minimumAge());
        var read = MemberForm.change(basis, was.holder(), typed);
        var details =
                new MemberDetails(
                        read.holder(),
                        was.country(),
                        was.email(),
                        was.phone(),
                        read.address(),
                        read.origin());
        var language = Language.ofTag(typed.getOrDefault("language", ""));
        store.update(account, details, language.orElse(before.language()), clock.instant());
        keepConsents(before, typed, visitor);
        return profile(account);
    }

    private LocalDate today(Profile profile) {
        var zone = Countries.zone(profile.details().country());
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** A consent that changed is a new row; one that did not leaves none. */
    private void keepConsents(Profile before, Map<String, String> typed, Visitor visitor) {
        var marketing = new HashMap<String, Boolean>();
        marketing.put(Consent.MARKETING_MAIL, before.marketingMail());
        marketing.put(Consent.MARKETING_SMS, before.marketingSms());
        var changed = new ArrayList<Consent>();
        marketing.forEach(
                (channel, was) -> {
                    boolean is = !typed.getOrDefault(channel, "").isEmpty();
                    if (is != was) {
                        changed.add(
                                new Consent(channel, "1", is, clock.instant(), visitor.address()));
                    }
                });
        store.insertConsents(before.account(), changed);
    }

    @Transactional
    public void speak(AccountId account, Language language) {
        store.setLanguage(account, language);
    }

    private Profile locked(AccountId account) {
        return store.lock(account)
                .orElseThrow(() -> new IllegalStateException("no member of " + account));
    }
}
