/** Work that recurs for tenants: kept in the database, done by one node at a time. */
@NullMarked
package io.cairn.platform.schedule;

import org.jspecify.annotations.NullMarked;
