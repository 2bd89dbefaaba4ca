package keiyaku.run;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.springframework.stereotype.Component;

/** While the clock is being moved the workers of this process stand still. */
@Component
class WorkersGate {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    WorkersGate() {}

    /** Held by whoever moves the clock. */
    Lock alone() {
        return lock.writeLock();
    }

    /** Held by a worker during a burst. */
    Lock beside() {
        return lock.readLock();
    }
}
