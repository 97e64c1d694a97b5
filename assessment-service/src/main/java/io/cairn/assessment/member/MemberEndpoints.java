package io.cairn.assessment.member;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.assessment.directory.Directory;
import io.cairn.language.ActorId;
import io.cairn.language.TenantId;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Memberships;
import io.cairn.platform.identity.Role;
import io.cairn.platform.problem.Problem;
import io.cairn.platform.web.Answers;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People who took up an invitation, and what they may do. Who has the tenant from the token is not among them. */
@RestController
@RequestMapping("/api/v1/members")
class MemberEndpoints {
    private final Memberships memberships;
    private final Directory directory;
    private final Paging paging;

    MemberEndpoints(Memberships memberships, Directory directory, Paging paging) {
        this.memberships = memberships;
        this.directory = directory;
        this.paging = paging;
    }

    record RolesBody(List<Role> roles) {}

    /** @param name missing when the directory does not know the person */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(ActorId actor, @Nullable String name, List<Role> roles, Instant since) {}

    /** @param from the roles before; none when the person came
     *  @param to the roles after; none when the person was removed */
    record ChangeBody(Instant at, ActorId by, List<Role> from, List<Role> to) {}

    /** The latest 200, the latest first. */
    record Changes(List<ChangeBody> items) {}

    @GetMapping
    @Allowed(ADMIN)
    ResponseEntity<Page<Shown>> list(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return paging.page(
                caller,
                "members",
                limit,
                cursor,
                (after, atMost) ->
                        memberships.behind(caller.tenant(), after == null ? "" : after.getFirst(), atMost).stream()
                                .map(member -> shown(caller.tenant(), member))
                                .toList(),
                shown -> List.of(shown.actor().value()));
    }

    @GetMapping("/{actor}")
    @Allowed(ADMIN)
    ResponseEntity<Shown> show(Caller caller, @PathVariable String actor) {
        return answer(
                caller.tenant(),
                memberships
                        .find(caller.tenant(), new ActorId(actor))
                        .orElseThrow(() -> Problem.notFound().exception()));
    }

    /** Instead of the roles before; on every node within 5 s. */
    @PutMapping("/{actor}")
    @Allowed(ADMIN)
    ResponseEntity<Shown> change(
            Caller caller,
            @PathVariable String actor,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RolesBody body) {
        var who = new ActorId(actor);
        var roles = InvitationEndpoints.roles(body.roles());
        var changed = memberships
                .change(caller.tenant(), who, roles, Answers.expectedVersion(ifMatch), caller.actor())
                .orElseThrow(() -> Problem.notFound().exception());
        directory.mailReaches(caller.tenant(), who, roles);
        return answer(caller.tenant(), changed);
    }

    /** Is let in no more, on every node within 5 s. What is known of the person stays in the directory until it is erased there. */
    @DeleteMapping("/{actor}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(ADMIN)
    ResponseEntity<Void> remove(Caller caller, @PathVariable String actor) {
        var who = new ActorId(actor);
        if (!memberships.remove(caller.tenant(), who, caller.actor()))
            throw Problem.notFound().exception();
        directory.mailReaches(caller.tenant(), who, Set.of());
        return ResponseEntity.noContent().build();
    }

    /** Also of who is a member no more. */
    @GetMapping("/{actor}/changes")
    @Allowed({ADMIN, AUDITOR})
    Changes changes(Caller caller, @PathVariable String actor) {
        var changes = memberships.changes(caller.tenant(), new ActorId(actor));
        if (changes.isEmpty()) throw Problem.notFound().exception();
        return new Changes(changes.stream()
                .map(it -> new ChangeBody(
                        it.at(),
                        it.by(),
                        it.from().stream().sorted().toList(),
                        it.to().stream().sorted().toList()))
                .toList());
    }

    private ResponseEntity<Shown> answer(TenantId tenant, Memberships.Member member) {
        return ResponseEntity.ok().eTag(Answers.etag(member.version())).body(shown(tenant, member));
    }

    private Shown shown(TenantId tenant, Memberships.Member member) {
        var name = directory
                .find(tenant, member.actor())
                .map(entry -> entry.person().name())
                .orElse(null);
        return new Shown(member.actor(), name, member.roles().stream().sorted().toList(), member.since());
    }
}
