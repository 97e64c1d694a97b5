/** What the calendar brings about: cycles that begin, units that join, reminders. */
@NullMarked
package io.cairn.assessment.cycle.calendar;

import org.jspecify.annotations.NullMarked;
