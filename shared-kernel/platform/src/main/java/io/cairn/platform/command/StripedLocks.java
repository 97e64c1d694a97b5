package io.cairn.platform.command;

import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;

/**
 * Lets the commands of one stream in one process queue up instead of losing races, first come, first served. There is
 * no search for deadlocks, because a unit of work loads one aggregate only ({@link AxonCommands} sees to that). A lock
 * is held until its command is durable, so there are many more of them than commands at once: strangers seldom meet.
 */
final class StripedLocks implements LockFactory {
    private static final int STRIPES = 1 << 14;

    private final ReentrantLock[] locks = new ReentrantLock[STRIPES];

    StripedLocks() {
        for (var i = 0; i < STRIPES; i++) locks[i] = new ReentrantLock(true);
    }

    @Override
    public Lock obtainLock(String stream) {
        var hash = stream.hashCode();
        var lock = locks[(hash ^ hash >>> 14) & (STRIPES - 1)];
        lock.lock();
        return new Held(lock);
    }

    private record Held(ReentrantLock lock) implements Lock {
        @Override
        public void release() {
            lock.unlock();
        }

        @Override
        public boolean isHeld() {
            return lock.isHeldByCurrentThread();
        }
    }
}
