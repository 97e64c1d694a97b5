/** What somebody with bad intentions tries against both services in one process, and what comes of it. */
@NullMarked
package io.cairn.standalone.attack;

import org.jspecify.annotations.NullMarked;
