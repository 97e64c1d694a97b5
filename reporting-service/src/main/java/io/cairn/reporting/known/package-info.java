/** What every report has to know of tenants, units, models and assessments. */
@NullMarked
package io.cairn.reporting.known;

import org.jspecify.annotations.NullMarked;
