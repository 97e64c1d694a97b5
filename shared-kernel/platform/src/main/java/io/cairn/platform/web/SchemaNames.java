package io.cairn.platform.web;

import io.swagger.v3.core.jackson.TypeNameResolver;

/**
 * Names of schemas in the API's description. A class within another is called by both, as its simple name alone would make
 * one schema of all that are called so: {@code AsOf.Stage} is {@code AsOfStage}, {@code WebhookEndpoints.Shown} is {@code
 * WebhookShown}.
 */
public final class SchemaNames extends TypeNameResolver {

    public static String of(Class<?> type) {
        var outer = type.getEnclosingClass();
        return outer == null
                ? type.getSimpleName()
                : of(outer).replaceFirst("(Endpoints?|Controller)$", "") + type.getSimpleName();
    }

    @Override
    protected String getNameOfClass(Class<?> type) {
        return of(type);
    }
}
