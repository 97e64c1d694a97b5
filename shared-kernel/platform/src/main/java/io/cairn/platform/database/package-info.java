/** One PostgreSQL, roles apart: data sources by role, checked before anything runs on them. */
@NullMarked
package io.cairn.platform.database;

import org.jspecify.annotations.NullMarked;
