/** What is worth telling whom, told once; and each person's feed of it. */
@NullMarked
package io.cairn.assessment.notice;

import org.jspecify.annotations.NullMarked;
