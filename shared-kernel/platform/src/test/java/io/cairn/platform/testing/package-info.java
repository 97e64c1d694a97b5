/** A small service on the platform, started once on real ports and a real database, and a client of it. */
@NullMarked
package io.cairn.platform.testing;

import org.jspecify.annotations.NullMarked;
