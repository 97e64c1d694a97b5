package io.cairn.assessment.model;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;
import static io.cairn.platform.identity.Role.VIEWER;

import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.maturity.ModelFile;
import io.cairn.maturity.diff.ModelDiff;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
import io.cairn.platform.web.ReadsViews;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The models a tenant may look at: shipped ones and its own, drafts too. */
@RestController
@RequestMapping("/api/v1/models")
class ModelShelf {
    private static final String YAML = "application/yaml";
    private static final String TEXT_YAML = "text/yaml";

    private final ModelLibrary library;
    private final ModelList list;
    private final Paging paging;

    ModelShelf(ModelLibrary library, ModelList list, Paging paging) {
        this.library = library;
        this.list = list;
        this.paging = paging;
    }

    /** Titles are in the language that {@code ?language=} or {@code Accept-Language} asks for, else in English. */
    @GetMapping
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    @ReadsViews(ModelView.NAME)
    ResponseEntity<Page<ModelBody>> list(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String language,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String header) {
        var wanted = WantedLanguages.of(language, header);
        return paging.page(
                caller,
                "models",
                limit,
                cursor,
                (after, atMost) ->
                        list.behind(caller.tenant(), after == null ? null : after.getFirst(), atMost, wanted),
                model -> List.of(model.key().value()));
    }

    /**
     * The file as its author wrote it for {@code Accept: application/yaml}, whole. Else the definition as JSON: whole, or
     * every text in one language when {@code ?language=} or {@code Accept-Language} names any; {@code Content-Language}
     * then names those used.
     */
    @GetMapping(
            path = "/{key}/versions/{version}",
            produces = {MediaType.APPLICATION_JSON_VALUE, YAML, TEXT_YAML})
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    @ApiResponse(
            responseCode = "200",
            description = "The model",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")),
                @Content(mediaType = YAML, schema = @Schema(type = "string"))
            })
    ResponseEntity<String> definition(
            Caller caller,
            @PathVariable ModelKey key,
            @PathVariable ModelVersion version,
            @RequestParam(required = false) @Nullable String language,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String header,
            @RequestHeader HttpHeaders headers) {
        var ref = new ModelRef(key, version);
        var text = library.definition(caller.tenant(), ref)
                .orElseThrow(() -> new Rejected(new Rejection.UnknownModel(ref)));
        var answer = ResponseEntity.ok().varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE);
        if (asksForFile(headers))
            return answer.contentType(MediaType.parseMediaType(YAML)).body(text);
        var wanted = WantedLanguages.of(language, header);
        answer.contentType(MediaType.APPLICATION_JSON);
        if (wanted.isEmpty()) return answer.body(ModelFile.json(text));
        var model = ModelFile.localized(text, wanted);
        return answer.header(HttpHeaders.CONTENT_LANGUAGE, String.join(", ", model.languages()))
                .body(model.json());
    }

    /** @param otherKey of the model that {@code to} is a version of, when it is another: a clone, say */
    @GetMapping("/{key}/diff")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    DiffBody diff(
            Caller caller,
            @PathVariable ModelKey key,
            @RequestParam ModelVersion from,
            @RequestParam ModelVersion to,
            @RequestParam(name = "toKey", required = false) @Nullable ModelKey otherKey) {
        var before = library.file(caller.tenant(), new ModelRef(key, from)).model();
        var after = library.file(caller.tenant(), new ModelRef(otherKey == null ? key : otherKey, to))
                .model();
        return DiffBody.of(before.ref(), after.ref(), ModelDiff.between(before, after));
    }

    /** What an editor checks a model file against. */
    @GetMapping("/schema")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    @ApiResponse(
            responseCode = "200",
            description = "A JSON Schema",
            content = @Content(mediaType = "application/schema+json", schema = @Schema(type = "object")))
    ResponseEntity<String> schema() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/schema+json"))
                .body(ModelFile.schema());
    }

    private static boolean asksForFile(HttpHeaders headers) {
        return headers.getAccept().stream()
                .filter(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON)
                        || type.getSubtype().equals("yaml"))
                .findFirst()
                .map(type -> type.getSubtype().equals("yaml"))
                .orElse(false);
    }
}
