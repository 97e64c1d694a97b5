package io.cairn.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The views a controller method reads, or policies whose commands it shows: with {@code ?min-position=} the request
 * waits for them, 5 s at most.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadsViews {
    String[] value();
}
