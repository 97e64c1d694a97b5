package io.cairn.platform.access;

/** What the security log tells of. */
public enum AccessKind {
    /** a key or token was used for the first time in an hour, from this address */
    SIGNED_IN,
    /** 401: no key or token, or one that does not hold */
    REFUSED,
    /** 403: the role, or the decision, does not allow it */
    DENIED,
    /** 429 */
    LIMITED,
    KEY_MADE,
    KEY_REVOKED,
    /** the operator changed something */
    OPERATED
}
