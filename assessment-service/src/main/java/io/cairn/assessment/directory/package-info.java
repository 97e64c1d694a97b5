/** Who the actors are: names, addresses, and of what they want to hear. The only place that knows, and erasable. */
@NullMarked
package io.cairn.assessment.directory;

import org.jspecify.annotations.NullMarked;
