/** The event store and the views of a service, put together. */
@NullMarked
package io.cairn.platform.projection;

import org.jspecify.annotations.NullMarked;
