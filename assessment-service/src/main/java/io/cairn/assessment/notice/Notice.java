package io.cairn.assessment.notice;

import io.cairn.language.ActorId;
import io.cairn.platform.identity.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something worth telling.
 *
 * @param id the same whenever the same thing is told, which is done once
 * @param by who did it, and so need not be told
 * @param at when it happened
 */
public record Notice(
        UUID id, NoticeKind kind, About about, ActorId by, Instant at, Set<ActorId> actors, Set<Role> roles) {
    public Notice {
        actors = actors.stream().filter(actor -> !actor.equals(by)).collect(Collectors.toUnmodifiableSet());
        roles = Set.copyOf(roles);
    }

    /** As they are stored: {@code actor:user:42}, {@code role:facilitator}. */
    Set<String> recipients() {
        return Stream.concat(
                        actors.stream().map(Notice::recipient), roles.stream().map(Notice::recipient))
                .collect(Collectors.toUnmodifiableSet());
    }

    static Set<String> recipients(ActorId actor, Collection<Role> roles) {
        return Stream.concat(Stream.of(recipient(actor)), roles.stream().map(Notice::recipient))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String recipient(ActorId actor) {
        return "actor:" + actor;
    }

    private static String recipient(Role role) {
        return "role:" + word(role);
    }

    public static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
