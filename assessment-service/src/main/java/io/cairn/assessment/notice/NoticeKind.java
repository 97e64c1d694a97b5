package io.cairn.assessment.notice;

import io.cairn.language.InvalidValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Its word is the type of a webhook's message, as in {@code assessment.submitted}, and never changes its meaning. */
public enum NoticeKind {
    CYCLE_OPENED,
    ASSESSMENT_OPENED,
    ASSESSMENT_ASSIGNED,
    ASSESSMENT_DUE,
    ASSESSMENT_SUBMITTED,
    ASSESSMENT_RETURNED,
    ASSESSMENT_REOPENED,
    ASSESSMENT_FINALIZED,
    CONSENSUS_STARTED,
    STAGE_PROPOSED,
    STAGE_TRANSITIONED,
    TARGET_REACHED,
    TARGET_MISSED,
    WEBHOOK_DISABLED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** @throws InvalidValue listing those there are */
    public static NoticeKind of(String word) {
        for (var kind : values()) if (kind.word().equals(word)) return kind;
        throw new InvalidValue("a kind of notice is one of "
                + Arrays.stream(values()).map(NoticeKind::word).collect(Collectors.joining(", ")));
    }
}
