package keiyaku.member;

import java.util.List;
import java.util.Optional;
import keiyaku.shared.AccountId;
import keiyaku.shared.MovableClock;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts under one managing account: who manages whom. */
@Component
public class Organizations {

    private final OrganizationStore store;
    private final MovableClock clock;

    Organizations(OrganizationStore store, MovableClock clock) {
        this.store = store;
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

    @Transactional
    public void leave(AccountId member) {
        store.leave(member);
    }

    /** Who manages an account; empty for one that is in no organization or manages one. */
    @Transactional(readOnly = true)
    public Optional<AccountId> managerOf(AccountId member) {
        return store.managerOf(member);
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
