/** How much this node does at a time, and how who comes beyond that is told to come again. */
@NullMarked
package io.cairn.platform.overload;

import org.jspecify.annotations.NullMarked;
