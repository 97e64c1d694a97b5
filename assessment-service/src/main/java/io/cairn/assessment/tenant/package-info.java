/** Registers tenants and keeps their settings and keys. */
@NullMarked
package io.cairn.assessment.tenant;

import org.jspecify.annotations.NullMarked;
