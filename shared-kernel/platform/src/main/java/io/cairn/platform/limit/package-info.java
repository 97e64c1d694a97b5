/** How much one caller, one company or one address may ask of this node. */
@NullMarked
package io.cairn.platform.limit;

import org.jspecify.annotations.NullMarked;
