package io.cairn.platform.command;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the one field of a shell that holds all it remembers, so that a snapshot of it can stand for the events it came
 * from. The value must be immutable and of the language's words, records, maps and sealed types.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Snapshotted {
    /** Of the form the state has as JSON and of what is remembered in it: to be raised whenever either changes. */
    int revision();
}
