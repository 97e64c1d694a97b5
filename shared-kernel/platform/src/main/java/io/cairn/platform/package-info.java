/** What every service needs around its decisions: who is calling, for which tenant, errors, paging, positions and metrics. */
@NullMarked
package io.cairn.platform;

import org.jspecify.annotations.NullMarked;
