/** Where are units to be, and what is to be done for it? */
@NullMarked
package io.cairn.reporting.plan;

import org.jspecify.annotations.NullMarked;
