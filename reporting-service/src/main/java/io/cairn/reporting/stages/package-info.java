/** Where does every unit stand? */
@NullMarked
package io.cairn.reporting.stages;

import org.jspecify.annotations.NullMarked;
