/** What the executables are made of, and whether it may be in them. */
@NullMarked
package io.cairn.standalone.supply;

import org.jspecify.annotations.NullMarked;
