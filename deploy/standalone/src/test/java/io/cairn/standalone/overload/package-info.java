/** More is asked than can be done: an open-loop client, and what it tells of a service. */
@NullMarked
package io.cairn.standalone.overload;

import org.jspecify.annotations.NullMarked;
