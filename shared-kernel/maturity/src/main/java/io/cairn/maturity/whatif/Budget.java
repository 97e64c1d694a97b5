package io.cairn.maturity.whatif;

/**
 * How many steps a search may take before it makes do with the best it has seen. Steps and not time, so that the same
 * question has the same answer on every machine.
 */
final class Budget {
    private long left;

    Budget(long steps) {
        this.left = steps;
    }

    /** @param most what one of several searches may take of it */
    Budget part(long most) {
        var part = Math.max(0, Math.min(left, most));
        left -= part;
        return new Budget(part);
    }

    void giveBack(Budget part) {
        left += Math.max(0, part.left);
    }

    /** False from when it is spent on. */
    boolean step() {
        return --left >= 0;
    }

    boolean isSpent() {
        return left < 0;
    }
}
