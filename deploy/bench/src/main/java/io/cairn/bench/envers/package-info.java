/** Spring Data JPA with Hibernate Envers: what most teams would write to get an audit of changes. */
@NullMarked
package io.cairn.bench.envers;

import org.jspecify.annotations.NullMarked;
