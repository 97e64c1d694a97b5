/** Why a result is not what it was: the difference between two assessments, told apart by what differs. */
@NullMarked
package io.cairn.maturity.backslide;

import org.jspecify.annotations.NullMarked;
