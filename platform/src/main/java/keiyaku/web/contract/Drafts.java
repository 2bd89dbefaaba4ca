package keiyaku.web.contract;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import keiyaku.contract.Contract;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.Ids;
import keiyaku.shared.MovableClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applications on their way: kept while they are entered, sent once. */
@Component
class Drafts {

    private final DraftStore store;
    private final MovableClock clock;

    Drafts(DraftStore store, MovableClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The draft that is open, or an empty one; one that was sent is not open. */
    Draft open(AccountId account, String product) {
        return store.draft(account, product)
                .filter(draft -> draft.contract() == null)
                .orElseGet(() -> new Draft(Ids.next(clock), Map.of(), null));
    }

    Optional<ContractId> sent(AccountId account, String product) {
        return store.draft(account, product)
                .flatMap(draft -> Optional.ofNullable(draft.contract()));
    }

    /** Whether this very draft was sent: a second press of the button. */
    boolean wasSent(AccountId account, String product, UUID id) {
        return store.draft(account, product)
                .filter(draft -> draft.id().equals(id))
                .filter(draft -> draft.contract() != null)
                .isPresent();
    }

    @Transactional
    Draft keep(AccountId account, String product, Map<String, String> more) {
        var draft =
                store.lock(account, product)
                        .filter(found -> found.contract() == null)
                        .orElseGet(() -> new Draft(Ids.next(clock), Map.of(), null))
                        .with(more);
        store.put(account, product, draft, clock.instant());
        return draft;
    }

    /**
     * Sends a draft, once: sent again, it gives the contract that it has become.
     *
     * @return empty when another draft has taken its place meanwhile
     */
    @Transactional
    Optional<ContractId> send(
            AccountId account, String product, UUID id, Function<Draft, Contract> apply) {
        var draft = store.lock(account, product).filter(found -> found.id().equals(id));
        if (draft.isEmpty() || draft.get().contract() != null) {
            return draft.flatMap(found -> Optional.ofNullable(found.contract()));
        }
        var contract = apply.apply(draft.get()).id();
        var sent = new Draft(id, draft.get().answers(), contract);
        store.put(account, product, sent, clock.instant());
        return Optional.of(contract);
    }
}
