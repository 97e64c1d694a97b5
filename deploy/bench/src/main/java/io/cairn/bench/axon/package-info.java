/** Axon's own storage engines and event processor, with the settings that suit them best. */
@NullMarked
package io.cairn.bench.axon;

import org.jspecify.annotations.NullMarked;
