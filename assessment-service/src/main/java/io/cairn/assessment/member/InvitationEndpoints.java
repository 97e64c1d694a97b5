package io.cairn.assessment.member;

import static io.cairn.platform.identity.Role.ADMIN;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.assessment.delivery.Courier;
import io.cairn.assessment.directory.Directory;
import io.cairn.assessment.directory.Person;
import io.cairn.language.ActorId;
import io.cairn.language.InvalidValue;
import io.cairn.language.TenantId;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.problem.Problem;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An admin asks a person to become a member; the person signs in with the identity provider and shows the token. */
@RestController
@RequestMapping("/api/v1/invitations")
class InvitationEndpoints {
    private static final Duration USUAL = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Invitations invitations;
    private final Directory directory;
    private final Courier courier;
    private final Paging paging;
    private final Clock clock;
    private final boolean byMail;

    InvitationEndpoints(
            Invitations invitations,
            Directory directory,
            Courier courier,
            Paging paging,
            Clock clock,
            @Value("${cairn.mail.host:}") String mailServer) {
        this.invitations = invitations;
        this.directory = directory;
        this.courier = courier;
        this.paging = paging;
        this.clock = clock;
        this.byMail = !mailServer.isBlank();
    }

    /**
     * @param roles in the tenant, one at least
     * @param language of the mail; English when left out
     * @param expiresAt in seven days when left out, in thirty at the latest
     */
    record InvitationBody(
            String name,
            String email,
            List<Role> roles,
            Person.@Nullable Language language,
            @Nullable Instant expiresAt) {}

    record AcceptanceBody(String token) {}

    record AcceptedBody(TenantId tenant, ActorId actor, List<Role> roles) {}

    /** @param name and the address are missing when the person is forgotten
     *  @param token told once, where no mail brings it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            UUID id,
            @Nullable String name,
            @Nullable String email,
            List<Role> roles,
            Invitation.State state,
            Invitation.Mail mail,
            ActorId by,
            Instant createdAt,
            Instant expiresAt,
            @Nullable String token) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(ADMIN)
    ResponseEntity<Shown> invite(Caller caller, @RequestBody InvitationBody body) {
        var roles = roles(body.roles());
        at("/name", () -> Person.name(body.name()));
        at("/email", () -> Person.email(body.email()));
        var id = UUID.randomUUID();
        var language = body.language() == null ? Person.Language.EN : body.language();
        // no mail to roles reaches who is not a member yet
        var person = new Person(Invitation.invited(id), body.name(), body.email(), language, Set.of());
        var made =
                invitations.make(caller.tenant(), person, id, roles, expiry(body.expiresAt()), caller.actor(), byMail);
        if (byMail) courier.hurry();
        return ResponseEntity.created(URI.create("/api/v1/invitations/" + id))
                .body(shown(made.invitation(), person, made.token()));
    }

    /** The oldest first. */
    @GetMapping
    @Allowed(ADMIN)
    ResponseEntity<Page<Shown>> list(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return paging.page(
                caller,
                "invitations",
                limit,
                cursor,
                (after, atMost) -> invitations.behind(caller.tenant(), after, atMost).stream()
                        .map(invitation -> shown(caller.tenant(), invitation))
                        .toList(),
                shown -> List.of(shown.createdAt().toString(), shown.id().toString()));
    }

    @GetMapping("/{id}")
    @Allowed(ADMIN)
    Shown show(Caller caller, @PathVariable UUID id) {
        return invitations
                .find(caller.tenant(), id)
                .map(found -> shown(caller.tenant(), found))
                .orElseThrow(() -> Problem.notFound().exception());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(ADMIN)
    ResponseEntity<Void> withdraw(Caller caller, @PathVariable UUID id) {
        if (!invitations.withdraw(caller.tenant(), id, caller.actor()))
            throw Problem.notFound().exception();
        return ResponseEntity.noContent().build();
    }

    /** By the person invited, with a token of an identity provider that names no tenant. */
    @PostMapping("/acceptance")
    @Allowed(
            value = {},
            newcomers = true)
    AcceptedBody accept(Caller caller, @RequestBody AcceptanceBody body) {
        var login = caller.login();
        var token = body.token() == null ? null : InvitationToken.parse(body.token());
        if (login == null || token == null) throw Invitations.doesNotHold();
        var accepted = invitations.accept(token, login, caller.actor());
        return new AcceptedBody(
                accepted.tenant(),
                accepted.actor(),
                accepted.roles().stream().sorted().toList());
    }

    private Shown shown(TenantId tenant, Invitation invitation) {
        var person = directory.find(tenant, invitation.invited()).map(Directory.Entry::person);
        return shown(invitation, person.orElse(null), null);
    }

    private static Shown shown(Invitation invitation, @Nullable Person person, @Nullable String token) {
        return new Shown(
                invitation.id(),
                person == null ? null : person.name(),
                person == null ? null : person.email(),
                invitation.roles().stream().sorted().toList(),
                invitation.state(),
                invitation.mail(),
                invitation.by(),
                invitation.createdAt(),
                invitation.expiresAt(),
                token);
    }

    private Instant expiry(@Nullable Instant asked) {
        var now = clock.instant();
        if (asked == null) return now.plus(USUAL);
        if (!asked.isAfter(now) || asked.isAfter(now.plus(LONGEST)))
            throw Problem.invalidBody(
                            "/expiresAt", "lies in the future, and not more than " + LONGEST.toDays() + " days")
                    .exception();
        return asked;
    }

    static Set<Role> roles(@Nullable List<Role> said) {
        if (said == null || said.isEmpty())
            throw Problem.invalidBody("/roles", "names one role at least").exception();
        if (said.contains(Role.OPERATOR))
            throw Problem.invalidBody("/roles", "an operator belongs to no tenant")
                    .exception();
        return Set.copyOf(said);
    }

    private static void at(String pointer, Runnable check) {
        try {
            check.run();
        } catch (InvalidValue e) {
            throw Problem.invalidBody(pointer, String.valueOf(e.getMessage())).exception();
        }
    }
}
