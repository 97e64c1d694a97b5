/** From a command to appended events: Axon's command bus around pure decisions. */
@NullMarked
package io.cairn.platform.command;

import org.jspecify.annotations.NullMarked;
