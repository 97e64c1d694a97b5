/** The page that the link of an invitation leads to, for people who have no other program that takes it. */
@NullMarked
package io.cairn.assessment.member.page;

import org.jspecify.annotations.NullMarked;
