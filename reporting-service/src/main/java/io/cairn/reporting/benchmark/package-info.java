/** Where do we stand among comparable companies? Frozen releases, and nothing that tells of a single company. */
@NullMarked
package io.cairn.reporting.benchmark;

import org.jspecify.annotations.NullMarked;
