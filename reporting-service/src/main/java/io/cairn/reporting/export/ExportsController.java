package io.cairn.reporting.export;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.eventstore.projection.Projections;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.overload.Place;
import io.cairn.platform.problem.Problem;
import io.cairn.reporting.wording.Language;
import io.cairn.reporting.wording.Wording;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /exports/{report}?format=}: the whole of a report as a file. Rows go from the database's cursor to the
 * client; memory holds some hundred of them. When it fails on the way, the connection breaks, so that half a file is not
 * taken for one.
 */
@RestController
class ExportsController {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TenantDatabase database;
    private final Exports exports;
    private final Slots slots;
    private final ObjectProvider<Projections> projections;
    private final Clock clock;

    ExportsController(
            TenantDatabase database,
            Exports exports,
            Slots slots,
            ObjectProvider<Projections> projections,
            Clock clock) {
        this.database = database;
        this.exports = exports;
        this.slots = slots;
        this.projections = projections;
        this.clock = clock;
    }

    @Hidden
    @GetMapping("/api/v1/exports/{report}")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.RESPONDENT, Role.REVIEWER, Role.AUDITOR, Role.VIEWER})
    void export(
            Caller caller,
            @PathVariable("report") String name,
            @RequestParam(name = "language", required = false) @Nullable String language,
            @RequestParam(name = "min-position", required = false) @Nullable String position,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var export = exports.open(name, caller);
        var asked = Request.of(request.getParameterMap(), export.door().parameters());
        var wanted = Language.wanted(language, accepted);
        if (position != null) await(export, position, request);
        var slot = slots.take(caller.tenant());
        var done = false;
        try {
            database.read(caller.tenant(), jdbc -> {
                var words = Wording.in(wanted == null ? Language.EN : wanted);
                var table = export.report().table(jdbc, caller.tenant(), asked.asked(), words.language());
                var title = words.say("report." + name);
                headers(response, asked, title, wanted);
                try (var file = file(asked.format(), table, words, title, wanted != null, response)) {
                    table.rows(file::row);
                    file.end();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return null;
            });
            done = true;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            slot.close();
            if (!done && !response.isCommitted()) response.setHeader("Content-Disposition", null);
        }
    }

    private void await(Exports.Export export, String position, HttpServletRequest request) {
        if (!position.matches("[0-9]{1,18}"))
            throw Problem.badParameter("min-position", "is a position as X-Event-Position tells it")
                    .exception();
        var views = export.door().views();
        var until = Long.parseLong(position);
        if (!Place.without(request, () -> projections.getObject().await(views, until, PATIENCE)))
            throw Problem.of(503, "view-behind", "The view has not seen that event yet.")
                    .header("Retry-After", "1")
                    .exception();
    }

    private static void headers(
            HttpServletResponse response, Request asked, String title, @Nullable Language language) {
        response.setContentType(asked.format().contentType());
        response.setHeader(
                "Content-Disposition",
                FileName.of(title, asked.nameParts(), asked.format().extension())
                        .disposition(true));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Accept-Language");
        if (language != null) response.setHeader("Content-Language", language.tag());
    }

    private RowFile file(
            Format format, Table table, Wording words, String title, boolean worded, HttpServletResponse response)
            throws IOException {
        var out = response.getOutputStream();
        var keys = table.columns().stream().map(Column::key).toList();
        var headings =
                table.columns().stream().map(it -> it.heading().apply(words)).toList();
        return switch (format) {
            case CSV -> new CsvFile(out, worded ? headings : keys);
            case JSON -> new JsonFile(out, keys);
            case XLSX -> new XlsxFile(out, title, headings);
            case PDF -> new PdfFile(out, title, headings, table.columns(), words, clock.instant());
        };
    }
}
