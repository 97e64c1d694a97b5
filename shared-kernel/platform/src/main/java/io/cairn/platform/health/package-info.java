/** Whether this process can do its work, for whoever sends it requests. */
@NullMarked
package io.cairn.platform.health;

import org.jspecify.annotations.NullMarked;
