package io.cairn.platform.command;

import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;

/**
 * Lets the commands of one stream in one process queue up instead of losing races. There is no search for
 * deadlocks, because a unit of work loads one aggregate only ({@link AxonCommands} sees to that).
 */
final class StripedLocks implements LockFactory {
    private static final int STRIPES = 1024;

    private final ReentrantLock[] locks = new ReentrantLock[STRIPES];

    StripedLocks() {
        for (var i = 0; i < STRIPES; i++) locks[i] = new ReentrantLock();
    }

    @Override
    public Lock obtainLock(String stream) {
        var lock = locks[Math.floorMod(stream.hashCode(), STRIPES)];
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
