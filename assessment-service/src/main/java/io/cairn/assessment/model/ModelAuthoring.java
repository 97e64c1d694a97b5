package io.cairn.assessment.model;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.FACILITATOR;

import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.language.TenantId;
import io.cairn.maturity.ModelFile;
import io.cairn.platform.command.Command;
import io.cairn.platform.command.Commands;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A tenant's own models come, are published and go. */
@RestController
@RequestMapping("/api/v1/models")
class ModelAuthoring {
    private final Commands commands;
    private final ModelLibrary library;

    ModelAuthoring(Commands commands, ModelLibrary library) {
        this.commands = commands;
        this.library = library;
    }

    record VersionBody(ModelKey key, ModelVersion version, ModelBody.Status status, String digest) {}

    /** The same text again changes nothing and is answered 200. */
    @PostMapping(consumes = {"application/yaml", "application/x-yaml", "text/yaml", "application/json"})
    @Allowed({ADMIN, FACILITATOR})
    @ApiResponse(responseCode = "200", description = "It was there already", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "Made", useReturnTypeSchema = true)
    ResponseEntity<VersionBody> draft(Caller caller, InputStream body) throws IOException {
        var file = read(caller.tenant(), body);
        var ref = file.model().ref();
        return drafted(caller, ref, new DraftModel(caller.tenant(), ref, file.text(), file.digest()));
    }

    /** Also held against the earlier version that it says it follows, if there is one. */
    private ModelFile read(TenantId tenant, InputStream body) throws IOException {
        var file = ModelFile.read(ModelText.read(body));
        var upgrade = file.model().upgrade();
        if (upgrade != null)
            library.ifPublished(tenant, new ModelRef(file.model().ref().key(), upgrade.from()))
                    .ifPresent(file::checkUpgradeFrom);
        return file;
    }

    /** Tells what {@link #draft} would say of the same file, and stores nothing. */
    @PostMapping(
            path = "/validation",
            consumes = {"application/yaml", "application/x-yaml", "text/yaml", "application/json"})
    @Allowed({ADMIN, FACILITATOR})
    ValidatedModel validate(Caller caller, InputStream body) throws IOException {
        var file = read(caller.tenant(), body);
        var ref = file.model().ref();
        DraftModel.decide(
                new DraftModel(caller.tenant(), ref, file.text(), file.digest()),
                library.find(caller.tenant(), ref.key()).state());
        return ValidatedModel.of(file);
    }

    /** A shipped version or one's own, a draft too, becomes a new draft. */
    @PostMapping("/{key}/versions/{version}/clone")
    @Allowed({ADMIN, FACILITATOR})
    @ApiResponse(responseCode = "200", description = "It was there already", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "Made", useReturnTypeSchema = true)
    ResponseEntity<VersionBody> copy(
            Caller caller,
            @PathVariable ModelKey key,
            @PathVariable ModelVersion version,
            @RequestBody CloneBody body) {
        var ref = body.ref(key);
        var file = library.file(caller.tenant(), new ModelRef(key, version)).renamed(ref);
        return drafted(caller, ref, new CloneModel(caller.tenant(), ref, file.text(), file.digest()));
    }

    private ResponseEntity<VersionBody> drafted(Caller caller, ModelRef ref, Command command) {
        var receipt = commands.send(command, caller.origin());
        var answer = receipt.events().isEmpty()
                ? ResponseEntity.ok()
                : ResponseEntity.created(URI.create("/api/v1/models/" + ref.key() + "/versions/" + ref.version()));
        return answer.headers(Answers.headers(receipt)).body(shown(caller, ref));
    }

    @PostMapping("/{key}/versions/{version}/publication")
    @Allowed({ADMIN, FACILITATOR})
    ResponseEntity<VersionBody> publish(
            Caller caller,
            @PathVariable ModelKey key,
            @PathVariable ModelVersion version,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var ref = new ModelRef(key, version);
        return step(caller, ref, new PublishModelVersion(caller.tenant(), ref), ifMatch);
    }

    @PostMapping("/{key}/versions/{version}/retirement")
    @Allowed({ADMIN, FACILITATOR})
    ResponseEntity<VersionBody> retire(
            Caller caller,
            @PathVariable ModelKey key,
            @PathVariable ModelVersion version,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var ref = new ModelRef(key, version);
        return step(caller, ref, new RetireModelVersion(caller.tenant(), ref), ifMatch);
    }

    private ResponseEntity<VersionBody> step(Caller caller, ModelRef ref, Command command, @Nullable String ifMatch) {
        var receipt = commands.send(command, caller.origin(), Answers.expectedVersion(ifMatch));
        return ResponseEntity.ok().headers(Answers.headers(receipt)).body(shown(caller, ref));
    }

    private VersionBody shown(Caller caller, ModelRef ref) {
        var version = library.find(caller.tenant(), ref.key())
                .state()
                .version(ref.version())
                .orElseThrow();
        return new VersionBody(ref.key(), ref.version(), ModelBody.Status.of(version), version.digest());
    }
}
