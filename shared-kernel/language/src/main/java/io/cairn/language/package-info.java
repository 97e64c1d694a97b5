/** The words of Cairn: identities, periods, answers, profiles, events and refusals, in plain Java. */
@NullMarked
package io.cairn.language;

import org.jspecify.annotations.NullMarked;
