package io.cairn.reporting.export;

import io.cairn.reporting.wording.Language;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In the API's description each report that can be had as a file stands with the parameters of the report itself. */
@Configuration(proxyBeanMethods = false)
class DescribedExports {
    private static final String PREFIX = "/api/v1/exports/";

    @Bean
    OpenApiCustomizer describedFiles(Exports exports) {
        return api -> exports.all().forEach((name, export) -> {
            var report = api.getPaths() == null
                    ? null
                    : api.getPaths().get(export.report().path());
            if (report != null && report.getGet() != null)
                api.path(PREFIX + name, new PathItem().get(operation(name, export, report.getGet())));
        });
    }

    private static Operation operation(String name, Exports.Export export, Operation report) {
        var known = report.getParameters() == null ? List.<Parameter>of() : report.getParameters();
        var parameters = Stream.concat(
                        Stream.of(format(), language()),
                        export.door().parameters().stream().map(it -> parameter(it, export.report(), known)))
                .toList();
        var files = new Content();
        for (var format : Format.values())
            files.addMediaType(
                    format.contentType().replaceFirst(";.*", ""),
                    new MediaType().schema(format == Format.JSON ? rows() : new StringSchema().format("binary")));
        return new Operation()
                .operationId("export-" + name)
                .tags(List.of("exports"))
                .summary("The whole of " + export.report().path() + " as a file")
                .parameters(parameters)
                .responses(new ApiResponses()
                        .addApiResponse(
                                "200", new ApiResponse().description("The file").content(files))
                        .addApiResponse("default", problem(report)));
    }

    private static Schema<?> rows() {
        return new ArraySchema().items(new ObjectSchema());
    }

    private static ApiResponse problem(Operation report) {
        var known = report.getResponses().get("default");
        return known == null ? new ApiResponse().description("A problem") : known;
    }

    /** As the report describes it; one of several that it takes together is described here. */
    private static Parameter parameter(String name, ExportableReport report, List<Parameter> known) {
        return known.stream()
                .filter(it -> name.equals(report.places().getOrDefault(it.getName(), it.getName())))
                .findFirst()
                .map(it -> "path".equals(it.getIn()) ? asked(name, it) : it)
                .orElseGet(() -> new QueryParameter().name(name).schema(new StringSchema()));
    }

    /** What the report has in its path. */
    private static Parameter asked(String name, Parameter place) {
        return new QueryParameter()
                .name(name)
                .required(true)
                .description(place.getDescription())
                .schema(place.getSchema());
    }

    private static Parameter format() {
        return new QueryParameter()
                .name("format")
                .required(true)
                .schema(new StringSchema()
                        ._enum(Stream.of(Format.values()).map(Format::extension).toList()));
    }

    private static Parameter language() {
        return new QueryParameter()
                .name("language")
                .description("of the headings; else Accept-Language decides. CSV has keys where neither asks")
                .schema(new StringSchema()
                        ._enum(Stream.of(Language.values()).map(Language::tag).toList()));
    }
}
