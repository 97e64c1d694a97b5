package io.cairn.assessment.directory;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;
import static io.cairn.platform.identity.Role.VIEWER;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.language.ActorId;
import io.cairn.language.InvalidValue;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.problem.Problem;
import io.cairn.platform.web.Answers;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
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

/** Names and addresses. An actor is named as the audit names them, {@code key:…} or {@code user:…}, or {@code me}. */
@RestController
@RequestMapping("/api/v1/directory")
class DirectoryEndpoints {
    private static final String ME = "me";

    private final Directory directory;
    private final Paging paging;

    DirectoryEndpoints(Directory directory, Paging paging) {
        this.directory = directory;
        this.paging = paging;
    }

    /**
     * @param language of mail; English when left out
     * @param roles mail to which reaches the person; left out, they stay as they are. An admin says so
     */
    record PersonBody(
            String name,
            @Nullable String email,
            Person.@Nullable Language language,
            @Nullable List<Role> roles) {}

    /** @param email told to admins and to the person */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(ActorId actor, String name, @Nullable String email, Person.Language language, List<Role> roles) {
        static Shown of(Person person, boolean all) {
            return new Shown(
                    person.actor(),
                    person.name(),
                    all ? person.email() : null,
                    person.language(),
                    person.roles().stream().sorted().toList());
        }
    }

    @GetMapping
    @Allowed({ADMIN, FACILITATOR, REVIEWER, AUDITOR})
    ResponseEntity<Page<Shown>> list(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return paging.page(
                caller,
                "directory",
                limit,
                cursor,
                (after, atMost) ->
                        directory.behind(caller.tenant(), after == null ? "" : after.getFirst(), atMost).stream()
                                .map(it -> Shown.of(
                                        it.person(), mayAll(caller, it.person().actor())))
                                .toList(),
                shown -> List.of(shown.actor().value()));
    }

    @GetMapping("/{actor}")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    ResponseEntity<Shown> show(Caller caller, @PathVariable String actor) {
        var who = actor(caller, actor);
        var others = Set.of(ADMIN, FACILITATOR, REVIEWER, AUDITOR);
        if (!who.equals(caller.actor()) && caller.roles().stream().noneMatch(others::contains)) throw forbidden();
        var found = directory
                .find(caller.tenant(), who)
                .orElseThrow(() -> Problem.notFound().exception());
        return ResponseEntity.ok()
                .eTag(Answers.etag(found.version()))
                .body(Shown.of(found.person(), mayAll(caller, who)));
    }

    /** By an admin, or one's own. */
    @PutMapping("/{actor}")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    ResponseEntity<Shown> put(
            Caller caller,
            @PathVariable String actor,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PersonBody body) {
        var who = actor(caller, actor);
        if (!mayAll(caller, who)) throw forbidden();
        var known = directory.find(caller.tenant(), who);
        var roles = known.map(it -> it.person().roles()).orElse(Set.of());
        var wanted = body.roles() == null ? roles : Set.copyOf(body.roles());
        if (!wanted.equals(roles) && !caller.roles().contains(ADMIN)) throw forbidden();
        checked(body);
        var language = body.language() == null ? Person.Language.EN : body.language();
        var put = directory.put(
                caller.tenant(),
                new Person(who, body.name(), body.email(), language, wanted),
                Answers.expectedVersion(ifMatch));
        return ResponseEntity.ok().eTag(Answers.etag(put.version())).body(Shown.of(put.person(), true));
    }

    /** What is known of the person is gone for good; events go on naming the opaque id. */
    @DeleteMapping("/{actor}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    ResponseEntity<Void> erase(Caller caller, @PathVariable String actor) {
        var who = actor(caller, actor);
        if (!mayAll(caller, who)) throw forbidden();
        if (!directory.erase(caller.tenant(), who)) throw Problem.notFound().exception();
        return ResponseEntity.noContent().build();
    }

    private static void checked(PersonBody body) {
        at("/name", () -> Person.name(body.name()));
        at("/email", () -> Person.email(body.email()));
        if (body.roles() != null && body.roles().contains(Role.OPERATOR))
            throw Problem.invalidBody("/roles", "an operator belongs to no tenant")
                    .exception();
    }

    private static void at(String pointer, Runnable check) {
        try {
            check.run();
        } catch (InvalidValue e) {
            throw Problem.invalidBody(pointer, String.valueOf(e.getMessage())).exception();
        }
    }

    private static ActorId actor(Caller caller, String said) {
        return said.equals(ME) ? caller.actor() : new ActorId(said);
    }

    private static boolean mayAll(Caller caller, ActorId who) {
        return who.equals(caller.actor()) || caller.roles().contains(ADMIN);
    }

    private static RuntimeException forbidden() {
        return Problem.of(403, "forbidden", "The caller's role does not allow this.")
                .exception();
    }
}
