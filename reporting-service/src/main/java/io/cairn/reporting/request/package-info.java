/** Reads what the query string of a report says. */
@NullMarked
package io.cairn.reporting.request;

import org.jspecify.annotations.NullMarked;
