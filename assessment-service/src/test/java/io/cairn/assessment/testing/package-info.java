/** The assessment service, started once on real ports and a real database, and its clients. */
@NullMarked
package io.cairn.assessment.testing;

import org.jspecify.annotations.NullMarked;
