package keiyaku.value;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import keiyaku.member.Organizations;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to sharing a charge of coins in an organization (S-10); it stays the manager's. */
@Component
public class CoinSharing {

    private final CoinShareStore store;
    private final CoinStore coins;
    private final Organizations organizations;
    private final Clock clock;

    CoinSharing(CoinShareStore store, CoinStore coins, Organizations organizations, Clock clock) {
        this.store = store;
        this.coins = coins;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * Lets a charge pay the invoices of members, from their next one on.
     *
     * @throws keiyaku.shared.RefusedException not-managing-account for who does not manage all of
     *     them, charge-unknown for a charge that has not arrived
     */
    @Transactional
    public void share(AccountId manager, UUID charge, List<AccountId> members) {
        requireManager(manager, members);
        if (coins.lockOfCharge(manager, charge).isEmpty()) {
            throw new ValueRefusal.ChargeUnknown().thrown();
        }
        members.forEach(member -> store.share(manager, charge, member, clock.instant()));
    }

    /** Ends their use of a charge at once; what they have used stays used. */
    @Transactional
    public void unshare(AccountId manager, UUID charge, List<AccountId> members) {
        requireManager(manager, members);
        members.forEach(member -> store.unshare(manager, charge, member));
    }

    /** Shares a charge with these members and nobody else; refused as {@link #share}. */
    @Transactional
    public void shareWith(AccountId manager, UUID charge, List<AccountId> members) {
        share(manager, charge, members);
        store.members(manager, charge).stream()
                .filter(member -> !members.contains(member))
                .forEach(member -> store.unshare(manager, charge, member));
    }

    /** Who has used how much of a charge, also those with whom it is shared no more. */
    @Transactional(readOnly = true)
    public Map<AccountId, Money> used(AccountId owner, UUID charge) {
        return coins.used(owner, charge);
    }

    /** Whether a manager's coins pay an account's invoices besides its own. */
    @Transactional(readOnly = true)
    public boolean isSharedWith(AccountId member) {
        return store.isSharedWith(member);
    }

    /** With whom a charge is shared. */
    @Transactional(readOnly = true)
    public List<AccountId> members(AccountId manager, UUID charge) {
        return store.members(manager, charge);
    }

    private void requireManager(AccountId manager, List<AccountId> members) {
        var managed = organizations.members(manager);
        if (managed.isEmpty() || !managed.containsAll(members)) {
            throw new ValueRefusal.NotManagingAccount().thrown();
        }
    }
}
