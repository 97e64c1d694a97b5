/** How every answer looks: problem details, pages, entity tags, positions, idempotent requests, strict JSON. */
@NullMarked
package io.cairn.platform.web;

import org.jspecify.annotations.NullMarked;
