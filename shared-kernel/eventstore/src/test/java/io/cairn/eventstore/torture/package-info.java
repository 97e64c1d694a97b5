/** The store under kill -9: writers in processes of their own, a server of its own, and a checker that trusts neither. */
@NullMarked
package io.cairn.eventstore.torture;

import org.jspecify.annotations.NullMarked;
