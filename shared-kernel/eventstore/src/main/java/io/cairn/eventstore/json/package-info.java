/** How the language looks in JSON: strictly at the API, lastingly in the store. */
@NullMarked
package io.cairn.eventstore.json;

import org.jspecify.annotations.NullMarked;
