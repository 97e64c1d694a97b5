/** Both services in one process on a PostgreSQL of its own. */
@NullMarked
package io.cairn.standalone;

import org.jspecify.annotations.NullMarked;
