/** Tells people by e-mail. */
@NullMarked
package io.cairn.assessment.mail;

import org.jspecify.annotations.NullMarked;
