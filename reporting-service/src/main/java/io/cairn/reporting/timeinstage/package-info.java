/** How long do units stay in a stage, and where do they go? */
@NullMarked
package io.cairn.reporting.timeinstage;

import org.jspecify.annotations.NullMarked;
