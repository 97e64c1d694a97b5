package io.cairn.platform.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The roles that may call a controller method. One without this annotation is closed to all. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {
    Role[] value();

    /** Also whom an identity provider vouches for and who belongs to no tenant yet; nobody else lets them in. */
    boolean newcomers() default false;
}
