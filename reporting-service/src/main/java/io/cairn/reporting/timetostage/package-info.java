/** How long until units reach a stage? */
@NullMarked
package io.cairn.reporting.timetostage;

import org.jspecify.annotations.NullMarked;
