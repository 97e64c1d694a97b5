package io.cairn.language;

/** How far an action of a roadmap is; done and dropped are the end of it. */
public enum ActionStatus {
    PLANNED,
    STARTED,
    DONE,
    DROPPED;

    public boolean isOver() {
        return this == DONE || this == DROPPED;
    }
}
