package io.cairn.platform.identity;

/** What a caller may do. An operator runs the platform and belongs to no tenant. */
public enum Role {
    OPERATOR,
    ADMIN,
    FACILITATOR,
    RESPONDENT,
    REVIEWER,
    AUDITOR,
    VIEWER
}
