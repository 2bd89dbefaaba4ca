package keiyaku.database;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Something that is read once in a transaction and then stays as it was read; without a transaction
 * it is read each time. One object holds one thing.
 */
public final class PerTransaction<T> {

    private final Class<T> type;

    public PerTransaction(Class<T> type) {
        this.type = type;
    }

    /** What the transaction has read before, or else what the reading gives now. */
    public T get(Supplier<T> reading) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return reading.get();
        }
        var held = TransactionSynchronizationManager.getResource(this);
        if (held != null) {
            return type.cast(held);
        }
        var read = reading.get();
        TransactionSynchronizationManager.bindResource(this, read);
        TransactionSynchronizationManager.registerSynchronization(new Holding(read));
        return read;
    }

    /** The transaction reads it again when it is asked for next. */
    public void forget() {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
    }

    private final class Holding implements TransactionSynchronization {

        private final T read;

        Holding(T read) {
            this.read = read;
        }

        @Override
        public void suspend() {
            forget();
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PerTransaction.this, read);
        }

        @Override
        public void afterCompletion(int status) {
            forget();
        }
    }
}
