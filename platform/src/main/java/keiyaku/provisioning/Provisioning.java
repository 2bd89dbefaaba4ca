package keiyaku.provisioning;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import keiyaku.run.Runs;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.Ids;
import keiyaku.shared.MovableClock;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door: tells product sites what contracts need, and says what became of it (C-15). */
@Component
public class Provisioning {

    private final ProvisioningStore store;
    private final ProvisioningViewStore views;
    private final ProvisioningSecrets secrets;
    private final Runs runs;
    private final MovableClock clock;

    Provisioning(
            ProvisioningStore store,
            ProvisioningViewStore views,
            ProvisioningSecrets secrets,
            Runs runs,
            MovableClock clock) {
        this.store = store;
        this.views = views;
        this.secrets = secrets;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * Writes the tasks in the caller's transaction, each behind those that its contract has; they
     * are delivered after the commit, at least once and in this order.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(List<ProvisioningTask> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var last = new HashMap<>(store.lengthen(tasks, now));
        var rows =
                tasks.reversed().stream()
                        .map(
                                task -> {
                                    long sequence = last.merge(task.contract(), -1L, Long::sum) + 1;
                                    return new StoredTask(
                                            Ids.next(clock), sequence, withoutSecret(task));
                                })
                        .toList();
        store.insert(rows.reversed(), now);
        runs.kick();
    }

    /** How far the sites of some contracts of an account are. */
    @Transactional(readOnly = true)
    public Map<ContractId, ProvisioningState> states(
            AccountId account, Collection<ContractId> contracts) {
        var known = views.states(account, contracts);
        var states = new HashMap<ContractId, ProvisioningState>();
        contracts.forEach(
                contract ->
                        states.put(
                                contract, known.getOrDefault(contract, ProvisioningState.NOTHING)));
        return states;
    }

    /** What was given up, the latest first; of all accounts, for operators. */
    @Transactional(readOnly = true)
    public List<DeadLetter> deadLetters(int limit) {
        return views.deadLetters(limit);
    }

    /** Tries a dead letter again, from the first attempt on; then those behind it. */
    @Transactional
    public void takeUp(AccountId account, ContractId contract) {
        if (store.revive(account, contract, clock.instant()) == 0) {
            throw new RefusedException(Refusal.of("no-dead-letter"));
        }
        runs.kick();
    }

    private ProvisioningTask withoutSecret(ProvisioningTask task) {
        if (!secrets.has(task.contract())) {
            return task;
        }
        var data = new HashMap<>(task.data());
        data.put(ProvisioningSecrets.PENDING, true);
        return new ProvisioningTask(
                task.account(), task.contract(), task.type(), task.product(), data);
    }
}
