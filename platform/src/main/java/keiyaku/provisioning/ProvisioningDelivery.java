package keiyaku.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import keiyaku.provisioning.ProvisioningStore.Claimed;
import keiyaku.run.DueWork;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.MovableClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Delivers the first task of each line: claimed in one transaction (a lease, so that a killed
 * process's tasks fall due again), told outside of any, finished in another. The site may see an id
 * twice, never a task before the one in front of it is confirmed.
 */
@Component
class ProvisioningDelivery implements DueWork {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int AT_ONCE = 16;

    private final ProvisioningStore store;
    private final ProvisioningSecrets secrets;
    private final List<Provisioner> ownProvisioners;
    private final ProductWebhook webhook;
    private final TransactionOperations transaction;
    private final MovableClock clock;

    ProvisioningDelivery(
            ProvisioningStore store,
            ProvisioningSecrets secrets,
            ObjectProvider<Provisioner> ownProvisioners,
            ProductWebhook webhook,
            TransactionOperations transaction,
            MovableClock clock) {
        this.store = store;
        this.secrets = secrets;
        this.ownProvisioners = ownProvisioners.orderedStream().toList();
        this.webhook = webhook;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Told(Claimed claimed, Attempt attempt) {}

    @Override
    public String name() {
        return "provisioning";
    }

    @Override
    public int chunkSize() {
        return AT_ONCE;
    }

    @Override
    public Optional<Instant> nextDue() {
        return store.due().next();
    }

    @Override
    public List<Subject> due(Instant now, int limit) {
        return store.due().due(now, limit);
    }

    @Override
    public int perform(List<Subject> chunk, Instant now) {
        var claimed = transaction.execute(status -> store.claim(chunk, now, now.plus(LEASE)));
        if (claimed == null || claimed.isEmpty()) {
            return 0;
        }
        var told = tell(claimed);
        transaction.executeWithoutResult(status -> finish(told));
        return told.size();
    }

    @Override
    public void park(Subject subject, String reason) {
        store.bury(
                new AccountId(subject.account()),
                new ContractId(subject.id()),
                reason,
                clock.instant());
    }

    @Override
    public void unpark(Subject subject) {
        store.revive(
                new AccountId(subject.account()), new ContractId(subject.id()), clock.instant());
    }

    private List<Told> tell(List<Claimed> claimed) {
        var running = new ArrayList<Future<Told>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            claimed.forEach(one -> running.add(threads.submit(() -> new Told(one, attempt(one)))));
        }
        return running.stream().map(ProvisioningDelivery::result).toList();
    }

    private static Told result(Future<Told> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Attempt attempt(Claimed claimed) {
        var stored = claimed.stored();
        var order =
                new Provisioner.Order(
                        stored.wireId(), stored.sequence(), stored.task(), data(stored.task()));
        try {
            for (var own : ownProvisioners) {
                if (own.serves(stored.task().product())) {
                    return own.tell(order);
                }
            }
            return webhook.tell(order);
        } catch (RuntimeException e) {
            return new Attempt.Never(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private Map<String, Object> data(ProvisioningTask task) {
        var secret = secrets.of(task.contract());
        if (secret.isEmpty() || !task.data().containsKey(ProvisioningSecrets.PENDING)) {
            return task.data();
        }
        var data = new HashMap<>(task.data());
        data.remove(ProvisioningSecrets.PENDING);
        data.put(ProvisioningSecrets.FIELD, secret.get());
        return data;
    }

    private void finish(List<Told> told) {
        var now = clock.instant();
        store.lock(told.stream().map(one -> one.claimed().stored()).toList());
        store.confirm(
                told.stream()
                        .filter(one -> one.attempt() instanceof Attempt.Confirmed)
                        .map(one -> one.claimed().stored())
                        .toList(),
                now);
        for (var one : told) {
            var task = one.claimed().stored().task();
            switch (one.attempt()) {
                case Attempt.Confirmed() -> forgetSecret(task);
                case Attempt.NotNow notNow -> postpone(one.claimed(), notNow, now);
                case Attempt.Never(var why) ->
                        store.bury(task.account(), task.contract(), why, now);
            }
        }
    }

    private void forgetSecret(ProvisioningTask task) {
        if (task.data().containsKey(ProvisioningSecrets.PENDING)) {
            secrets.forget(task.contract());
        }
    }

    private void postpone(Claimed claimed, Attempt.NotNow notNow, Instant now) {
        var task = claimed.stored().task();
        var wait = Backoff.after(claimed.attempt());
        if (wait.isEmpty()) {
            store.bury(task.account(), task.contract(), notNow.reason(), now);
            return;
        }
        var wished = notNow.wish() == null ? Duration.ZERO : notNow.wish();
        var longer = wished.compareTo(wait.get()) > 0 ? wished : wait.get();
        store.postpone(claimed.stored(), notNow.reason(), now.plus(longer));
    }
}
