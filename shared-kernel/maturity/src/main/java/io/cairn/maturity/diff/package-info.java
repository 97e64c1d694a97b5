/** What is different between two versions of a model, in the words of the model file. */
@NullMarked
package io.cairn.maturity.diff;

import org.jspecify.annotations.NullMarked;
