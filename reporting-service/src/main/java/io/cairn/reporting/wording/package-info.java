/** What reports say in words, in English, French and Dutch. */
@NullMarked
package io.cairn.reporting.wording;

import org.jspecify.annotations.NullMarked;
