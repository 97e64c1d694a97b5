/** Tells other systems by HTTP, signed as the Standard Webhooks specification says. */
@NullMarked
package io.cairn.assessment.webhook;

import org.jspecify.annotations.NullMarked;
