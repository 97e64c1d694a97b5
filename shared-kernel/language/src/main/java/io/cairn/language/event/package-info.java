/** What happened: sealed, one interface a stream. Stored under names and revisions of their own. */
@NullMarked
package io.cairn.language.event;

import org.jspecify.annotations.NullMarked;
