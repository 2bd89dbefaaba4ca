package keiyaku.run;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Wakes the workers of this process; those of others look by themselves within a second. */
@Component
class Kick {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition kicked = lock.newCondition();
    private long count;

    Kick() {}

    void now() {
        lock.lock();
        try {
            count++;
            kicked.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many there were; a worker that sees another number later has missed one. */
    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a kick after the one seen, at most for a time. */
    void await(long seen, Duration limit) throws InterruptedException {
        lock.lock();
        try {
            long left = limit.toNanos();
            while (count == seen && left > 0) {
                left = kicked.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
