/** What the operator of the platform sees and does: views, events set aside, rebuilds. Never what a tenant said. */
@NullMarked
package io.cairn.platform.operator;

import org.jspecify.annotations.NullMarked;
