package io.cairn.assessment.unit;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;
import static io.cairn.platform.identity.Role.VIEWER;

import io.cairn.assessment.Name;
import io.cairn.language.UnitCode;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
import io.cairn.platform.web.ReadsViews;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/units")
class UnitEndpoints {
    private final UnitDesk desk;
    private final UnitStreams units;
    private final UnitList list;
    private final Paging paging;

    UnitEndpoints(UnitDesk desk, UnitStreams units, UnitList list, Paging paging) {
        this.desk = desk;
        this.units = units;
        this.list = list;
        this.paging = paging;
    }

    /** @param parent null at the top */
    record NewUnit(UnitCode code, Name name, @Nullable UnitCode parent) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed({ADMIN, FACILITATOR})
    ResponseEntity<UnitBody> add(Caller caller, @RequestBody NewUnit body) {
        var receipt = desk.add(caller, body);
        var parent = body.parent();
        return ResponseEntity.created(URI.create("/api/v1/units/" + body.code()))
                .headers(Answers.headers(receipt))
                .body(new UnitBody(
                        body.code().value(), body.name().value(), parent == null ? null : parent.value(), null));
    }

    @GetMapping
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    @ReadsViews(UnitView.NAME)
    ResponseEntity<Page<UnitBody>> list(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return paging.page(
                caller,
                "units",
                limit,
                cursor,
                (after, atMost) -> list.behind(caller.tenant(), after == null ? null : after.getFirst(), atMost),
                unit -> List.of(unit.code()));
    }

    @GetMapping("/{code}")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    ResponseEntity<UnitBody> show(Caller caller, @PathVariable UnitCode code) {
        var found = units.find(caller.tenant(), code);
        return ResponseEntity.ok()
                .eTag(Answers.etag(found.version()))
                .body(UnitBody.of(found.state().known()));
    }

    /** Name, place and retirement, all or nothing; what is left out stays as it is. */
    @PatchMapping("/{code}")
    @Allowed({ADMIN, FACILITATOR})
    ResponseEntity<UnitBody> change(
            Caller caller,
            @PathVariable UnitCode code,
            @RequestBody UnitPatch body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var receipt = desk.change(caller, code, body, Answers.expectedVersion(ifMatch));
        return ResponseEntity.ok()
                .headers(Answers.headers(receipt))
                .body(UnitBody.of(units.find(caller.tenant(), code).state().known()));
    }
}
