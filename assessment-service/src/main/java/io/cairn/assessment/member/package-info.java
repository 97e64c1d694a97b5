/** Who may come in: invitations, and the people who took them up, with their roles. Names and addresses are the directory's. */
@NullMarked
package io.cairn.assessment.member;

import org.jspecify.annotations.NullMarked;
