package io.cairn.platform.testing;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.OPERATOR;
import static io.cairn.platform.identity.Role.VIEWER;

import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.UnitCode;
import io.cairn.platform.command.Commands;
import io.cairn.platform.command.SampleUnit.Add;
import io.cairn.platform.command.SampleUnit.Rename;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
import io.cairn.platform.web.ReadsViews;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/samples")
class SampleController {
    static final AtomicInteger COUNTED = new AtomicInteger();
    static final CountDownLatch ARRIVED = new CountDownLatch(1);
    static final CountDownLatch LEAVE = new CountDownLatch(1);
    static final Semaphore HOLDING = new Semaphore(0);
    static final Semaphore LET_GO = new Semaphore(0);

    record Part(QuestionKey question, Double value) {}

    record Body(UnitCode code, String name, List<Part> parts) {}

    record NewName(String name) {}

    private final Commands commands;
    private final Paging paging;

    SampleController(Commands commands, Paging paging) {
        this.commands = commands;
        this.paging = paging;
    }

    @PostMapping
    @Allowed(ADMIN)
    ResponseEntity<Body> add(Caller caller, @RequestBody Body body) {
        var receipt = commands.send(new Add(caller.tenant(), body.code(), body.name()), caller.origin());
        return ResponseEntity.created(URI.create("/api/v1/samples/" + body.code()))
                .headers(Answers.headers(receipt))
                .body(body);
    }

    @PostMapping("/{code}/name")
    @Allowed(ADMIN)
    ResponseEntity<NewName> rename(
            Caller caller,
            @PathVariable UnitCode code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody NewName body) {
        var receipt = commands.send(
                new Rename(caller.tenant(), code, body.name()), caller.origin(), Answers.requiredVersion(ifMatch));
        return ResponseEntity.ok().headers(Answers.headers(receipt)).body(body);
    }

    @GetMapping
    @Allowed({ADMIN, VIEWER})
    ResponseEntity<Page<String>> list(
            Caller caller, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        return paging.page(
                caller,
                "samples",
                limit,
                cursor,
                (behind, many) -> IntStream.range(behind == null ? 0 : Integer.parseInt(behind.getFirst()) + 1, 5)
                        .limit(many)
                        .mapToObj(Integer::toString)
                        .toList(),
                List::of);
    }

    @GetMapping("/others")
    @Allowed(ADMIN)
    ResponseEntity<Page<String>> others(Caller caller, @RequestParam @Nullable String cursor) {
        return paging.page(caller, "others", 1, cursor, (behind, many) -> List.of(), List::of);
    }

    @GetMapping("/viewed")
    @Allowed({ADMIN, VIEWER})
    @ReadsViews("sample-v1")
    List<String> viewed() {
        return List.of();
    }

    @GetMapping("/{id}")
    @Allowed(ADMIN)
    Map<String, UUID> byId(@PathVariable UUID id) {
        return Map.of("id", id);
    }

    @GetMapping("/parameters")
    @Allowed(ADMIN)
    Map<String, Object> parameters(
            @RequestParam Period period,
            @RequestParam(defaultValue = "0") int number,
            @RequestParam @Nullable UUID id) {
        return Map.of("period", period, "number", number);
    }

    @GetMapping("/whoami")
    @Allowed({ADMIN, VIEWER})
    Map<String, Object> whoami(Caller caller) {
        return Map.of("tenant", caller.tenant(), "actor", caller.actor(), "request", caller.request());
    }

    @GetMapping("/platform")
    @Allowed(OPERATOR)
    Map<String, Object> platform(Caller caller) {
        return Map.of("actor", caller.actor());
    }

    @PostMapping("/counted")
    @Allowed({ADMIN, OPERATOR})
    ResponseEntity<Map<String, Integer>> counted(@RequestBody Map<String, Object> body) {
        if (body.containsKey("fault")) throw new IllegalStateException("secret of the inside");
        return ResponseEntity.accepted()
                .header("ETag", "\"v7\"")
                .header("X-Event-Position", "7")
                .body(Map.of("count", COUNTED.incrementAndGet()));
    }

    @PostMapping(path = "/table", consumes = "text/csv")
    @Allowed(ADMIN)
    Map<String, Long> table(InputStream body) throws IOException {
        COUNTED.incrementAndGet();
        return Map.of("bytes", body.transferTo(java.io.OutputStream.nullOutputStream()));
    }

    @PostMapping("/slow")
    @Allowed(ADMIN)
    Map<String, String> slow() throws InterruptedException {
        ARRIVED.countDown();
        LEAVE.await();
        return Map.of("slow", "done");
    }

    @PostMapping("/held")
    @Allowed(ADMIN)
    Map<String, String> held() throws InterruptedException {
        HOLDING.release();
        LET_GO.acquire();
        return Map.of("held", "done");
    }

    @PostMapping("/units/{unit}/refused/{kind}")
    @Allowed(ADMIN)
    void refused(@PathVariable String unit, @PathVariable String kind) {
        var model = new ModelRef(new ModelKey("egdi"), ModelVersion.parse("9.0.0"));
        var question = new QuestionKey("q1");
        throw new Rejected(
                switch (kind) {
                    case "unit" -> new Rejection.UnknownUnit(new UnitCode("brand-a"));
                    case "model" -> new Rejection.UnknownModel(model);
                    case "exists" -> new Rejection.AlreadyExists("assessment", new UUID(0, 7));
                    case "coverage" -> new Rejection.CoverageTooLow(0.25, 0.5);
                    case "scale" -> new Rejection.OutsideScale(question, "between 0 and 1");
                    case "entry" ->
                        new Rejection.InEntry("answers", 3, new Rejection.OutsideScale(question, "between 0 and 1"));
                    case "reason" -> new Rejection.ReasonRequired("a changed answer needs one");
                    case "file" ->
                        new Rejection.ModelFileInvalid(
                                List.of(new Rejection.ModelFileInvalid.Fault("/dimensions/0", 12, "has no key")));
                    default -> new Rejection.NotFound(kind);
                });
    }
}
