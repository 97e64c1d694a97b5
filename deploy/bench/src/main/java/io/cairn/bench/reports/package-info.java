/** Many companies' years as events, and what reports on them cost beside the SQL they run. */
@NullMarked
package io.cairn.bench.reports;

import org.jspecify.annotations.NullMarked;
