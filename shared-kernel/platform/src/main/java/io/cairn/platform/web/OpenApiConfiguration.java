package io.cairn.platform.web;

import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.DimensionKey;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.FreeText;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.ReminderDays;
import io.cairn.language.Response;
import io.cairn.language.Slug;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.platform.identity.Caller;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** The API's description at {@code /v3/api-docs}, to be read at {@code /swagger-ui.html}; both need no key. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String BEARER = "bearer";

    @Bean
    OpenAPI cairnApi() {
        var springdoc = SpringDocUtils.getConfig();
        springdoc.addRequestWrapperToIgnore(Caller.class);
        for (var word : List.of(
                UnitCode.class,
                ModelKey.class,
                ModelVersion.class,
                QuestionKey.class,
                DimensionKey.class,
                Period.class,
                Slug.class,
                ActorId.class,
                FiscalCalendar.class,
                FreeText.class)) springdoc.replaceWithSchema(word, new StringSchema());
        springdoc.replaceWithSchema(ReminderDays.class, new ArraySchema().items(new IntegerSchema()));
        springdoc.replaceWithSchema(TenantId.class, new UUIDSchema());
        springdoc.replaceWithSchema(AnswerValue.class, value());
        springdoc.replaceWithSchema(Response.class, response());
        springdoc.replaceWithSchema(
                Answer.class,
                response()
                        .addProperty("rationale", new StringSchema())
                        .addProperty(
                                "evidence",
                                new ArraySchema().items(new Schema<>().$ref("#/components/schemas/Evidence")))
                        .addProperty("certainty", new IntegerSchema()));
        return new OpenAPI()
                .info(new Info()
                        .title("Cairn")
                        .version("v1")
                        .description("Maturity models, assessments and journeys of many companies."))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API key (cairn_…) or a JWT of the identity provider.")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    @Bean
    ModelResolver schemasByName() {
        return new ModelResolver(Json31.mapper(), new SchemaNames()).openapi31(true);
    }

    private static Schema<?> value() {
        return new Schema<>()
                .anyOf(List.of(new BooleanSchema(), new NumberSchema(), new StringSchema()))
                .description("a boolean, a number or the key of an option, as the question's scale asks");
    }

    /** As {@code CairnJson} writes it: in the place of the value stands why there is none. */
    private static Schema<?> response() {
        return new ObjectSchema()
                .addProperty("value", value())
                .addProperty("notApplicable", new ObjectSchema().addProperty("reason", new StringSchema()));
    }

    /** Every operation may end with a problem, and says so once. */
    @Bean
    OpenApiCustomizer problems() {
        var content = new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")));
        return api -> {
            if (api.getPaths() == null) return;
            api.getComponents().addSchemas("Problem", problem());
            for (var path : api.getPaths().values())
                for (var operation : path.readOperations())
                    operation
                            .getResponses()
                            .addApiResponse(
                                    "default",
                                    new ApiResponse().description("A problem").content(content));
        };
    }

    /** A body that is read as it comes is of the types that the operation takes. */
    @Bean
    OperationCustomizer streamedBodies() {
        return (operation, handler) -> {
            var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
            var streamed =
                    Arrays.asList(handler.getMethod().getParameterTypes()).contains(InputStream.class);
            if (mapping == null || !streamed) return operation;
            var content = new Content();
            for (var type : mapping.consumes())
                content.addMediaType(type, new MediaType().schema(new StringSchema().format("binary")));
            return operation.requestBody(new RequestBody().required(true).content(content));
        };
    }

    /** Names of constants are written as {@code CairnJson} writes them. */
    @Bean
    OpenApiCustomizer words() {
        return api -> {
            var seen = Collections.newSetFromMap(new IdentityHashMap<Schema<?>, Boolean>());
            if (api.getComponents() != null && api.getComponents().getSchemas() != null)
                api.getComponents().getSchemas().values().forEach(schema -> words(schema, seen));
            if (api.getPaths() == null) return;
            for (var path : api.getPaths().values())
                for (var operation : path.readOperations()) {
                    if (operation.getParameters() != null)
                        operation.getParameters().forEach(parameter -> words(parameter.getSchema(), seen));
                    for (var response : operation.getResponses().values())
                        if (response.getContent() != null)
                            response.getContent().values().forEach(content -> words(content.getSchema(), seen));
                }
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void words(@Nullable Schema schema, Set<Schema<?>> seen) {
        if (schema == null || !seen.add(schema)) return;
        if (schema.getEnum() != null)
            schema.setEnum(((List<Object>) schema.getEnum())
                    .stream().map(OpenApiConfiguration::word).toList());
        words(schema.getItems(), seen);
        if (schema.getAdditionalProperties() instanceof Schema<?> values) words(values, seen);
        if (schema.getProperties() != null)
            ((Map<String, Schema>) schema.getProperties()).values().forEach(member -> words(member, seen));
        for (var several : Arrays.asList(schema.getOneOf(), schema.getAnyOf(), schema.getAllOf()))
            if (several != null) ((List<Schema>) several).forEach(one -> words(one, seen));
    }

    private static Object word(Object constant) {
        return constant instanceof String name && name.matches("[A-Z][A-Z0-9_]*")
                ? name.toLowerCase(Locale.ROOT).replace('_', '-')
                : constant;
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457 problem details; some kinds have further members")
                .additionalProperties(true)
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty(
                                                "pointer",
                                                new StringSchema()
                                                        .description(
                                                                "a JSON pointer into the body, ?name of a parameter, or"
                                                                        + " a header's name"))
                                        .addProperty("line", new IntegerSchema())
                                        .addProperty("detail", new StringSchema())))
                .addProperty("traceId", new StringSchema());
    }
}
