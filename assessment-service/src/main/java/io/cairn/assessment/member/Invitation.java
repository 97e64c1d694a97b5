package io.cairn.assessment.member;

import io.cairn.language.ActorId;
import io.cairn.platform.identity.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Somebody was asked to become a member. Who it is, the directory knows, under {@link #invited}. */
public record Invitation(
        UUID id, Set<Role> roles, ActorId by, Instant createdAt, Instant expiresAt, State state, Mail mail) {
    /** What became of it. */
    public enum State {
        OPEN,
        ACCEPTED,
        WITHDRAWN,
        EXPIRED
    }

    /** What became of the mail with its token. */
    public enum Mail {
        /** There was no mail server: who invited was told the token. */
        NONE,
        WAITING,
        SENT,
        DEAD
    }

    public ActorId invited() {
        return invited(id);
    }

    static ActorId invited(UUID id) {
        return new ActorId("invitation:" + id);
    }
}
