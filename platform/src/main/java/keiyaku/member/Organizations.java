package keiyaku.member;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keiyaku.notification.NotificationRequest;
import keiyaku.notification.Notifications;
import keiyaku.notification.PagePath;
import keiyaku.shared.AccountId;
import keiyaku.shared.MovableClock;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts under one managing account: who manages whom. */
@Component
public class Organizations {

    private final OrganizationStore store;
    private final Members members;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;
    private final MovableClock clock;

    Organizations(
            OrganizationStore store,
            Members members,
            Notifications notifications,
            ApplicationEventPublisher events,
            MovableClock clock) {
        this.store = store;
        this.members = members;
        this.notifications = notifications;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes accounts members of a manager's organization, which is there with its first one; they
     * have agreed to it.
     *
     * @throws RefusedException in-organization for one that is in another, manages one, or is the
     *     manager
     */
    @Transactional
    public void join(AccountId manager, List<AccountId> members) {
        if (store.managerOf(manager).isPresent()) {
            throw refused();
        }
        for (var member : members) {
            var manages = !store.members(member).isEmpty();
            if (member.equals(manager)
                    || manages
                    || !store.join(manager, member, clock.instant())) {
                throw refused();
            }
        }
    }

    /**
     * Asks an account to join, by the address that it logs in with. Whether there is one is not
     * told; it finds the invitation on its page and in its mail.
     *
     * @throws RefusedException in-organization for who is in another's organization
     */
    @Transactional
    public void invite(AccountId manager, String email) {
        if (store.managerOf(manager).isPresent()) {
            throw refused();
        }
        members.byEmail(email)
                .map(Member::account)
                .filter(member -> !member.equals(manager))
                .ifPresent(member -> invite(manager, member));
    }

    private void invite(AccountId manager, AccountId member) {
        store.invite(manager, member, clock.instant());
        notifications.mails(
                List.of(
                        NotificationRequest.of(
                                member,
                                "organization-invitation",
                                Map.of(
                                        "manager", members.member(manager).displayName(),
                                        "link", PagePath.of("/my/organization")))));
    }

    /**
     * An account joins by the invitation of a manager.
     *
     * @throws RefusedException not-invited, or as {@link #join}
     */
    @Transactional
    public void accept(AccountId member, AccountId manager) {
        requireInvited(member, manager);
        join(manager, List.of(member));
    }

    @Transactional
    public void decline(AccountId member, AccountId manager) {
        requireInvited(member, manager);
    }

    private void requireInvited(AccountId member, AccountId manager) {
        if (!store.endInvitation(manager, member)) {
            throw new RefusedException(Refusal.of("not-invited"));
        }
    }

    /** By whom an account is invited. */
    @Transactional(readOnly = true)
    public List<AccountId> invitations(AccountId member) {
        return store.invitations(member);
    }

    /** Whom a manager has invited, and who has not answered. */
    @Transactional(readOnly = true)
    public List<AccountId> invited(AccountId manager) {
        return store.invited(manager);
    }

    /** Whether a managing account pays its members' invoices from now on. */
    @Transactional
    public void pays(AccountId manager, boolean on) {
        store.pays(manager, on);
    }

    @Transactional(readOnly = true)
    public boolean pays(AccountId manager) {
        return store.pays(manager);
    }

    /** Who pays for accounts; those that pay themselves are missing. */
    @Transactional(readOnly = true)
    public Map<AccountId, AccountId> payers(Collection<AccountId> accounts) {
        return accounts.isEmpty() ? Map.of() : store.payers(accounts);
    }

    /** A manager takes a member out; one that is not its member is left alone. */
    @Transactional
    public void remove(AccountId manager, AccountId member) {
        if (store.managerOf(member).filter(manager::equals).isPresent()) {
            leave(member);
        }
    }

    /** What was shared with it ends at once. */
    @Transactional
    public void leave(AccountId member) {
        store.managerOf(member)
                .ifPresent(
                        manager -> {
                            store.leave(member);
                            events.publishEvent(new MemberLeft(manager, member));
                        });
    }

    /** Who manages an account; empty for one that is in no organization or manages one. */
    @Transactional(readOnly = true)
    public Optional<AccountId> managerOf(AccountId member) {
        return store.managerOf(member);
    }

    /** As {@link #members}, with when each joined: what was before is not the manager's to see. */
    @Transactional(readOnly = true)
    public Map<AccountId, Instant> since(AccountId manager) {
        return store.since(manager);
    }

    /** In the order of joining; none for an account that manages nobody. */
    @Transactional(readOnly = true)
    public List<AccountId> members(AccountId manager) {
        return store.members(manager);
    }

    private static RefusedException refused() {
        return new RefusedException(Refusal.of("in-organization"));
    }
}
