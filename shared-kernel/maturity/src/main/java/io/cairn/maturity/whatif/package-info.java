/** How to get from the answers there are to a stage one would like to be at. */
@NullMarked
package io.cairn.maturity.whatif;

import org.jspecify.annotations.NullMarked;
