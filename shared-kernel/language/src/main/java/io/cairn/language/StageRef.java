package io.cairn.language;

/** A stage by its place in the model, 1 for the first; 0 is below the first stage. */
public record StageRef(int ordinal, String key) {
    public static final StageRef NONE = new StageRef(0, "none");
}
