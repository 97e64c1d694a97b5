package io.cairn.maturity.benchmark;

import java.util.Set;

/**
 * A group as it was published once, and who was in it.
 *
 * @param withStages whether its stages were shown
 */
public record Published(PeerGroup group, Set<Counted> members, boolean withStages) {
    public Published {
        members = Set.copyOf(members);
    }
}
