package io.cairn.bench.ours;

/** Settings that some measurements need to be other than they are. */
public final class CairnSettings {
    /** No aggregate is remembered between commands. */
    public static final String NO_CACHE = "--cairn.commands.cache.streams=0";
    /** No snapshot is written or read. */
    public static final String NO_SNAPSHOTS = "--cairn.commands.snapshot-every=0";

    private CairnSettings() {}

    /** Segments of the view, all in this process. */
    public static String segments(int number) {
        return "--cairn.projections.segments-per-node=" + number;
    }
}
