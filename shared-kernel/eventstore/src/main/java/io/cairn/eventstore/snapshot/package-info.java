/** What is remembered of a long stream, so that not all of it need be read: a shortcut that may be lost at any time. */
@NullMarked
package io.cairn.eventstore.snapshot;

import org.jspecify.annotations.NullMarked;
