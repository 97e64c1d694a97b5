/** One unit under one model in one period: answers, life cycle, profile. */
@NullMarked
package io.cairn.assessment.assessment;

import org.jspecify.annotations.NullMarked;
