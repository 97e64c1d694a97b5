package io.cairn.maturity.benchmark;

/**
 * The thresholds. They are the same for everybody, whoever looks, and so are made for the worst case: the viewer is one of
 * the companies and knows its own value.
 *
 * @param besidesViewer fewest companies of a group that are not the viewer
 * @param besidesRanked fewest of them where the viewer is told its percentile
 * @param few nothing that can be computed from published figures concerns fewer than these, unless nobody
 * @param closest quartiles nearer to each other or to an end of the scale than this share of it are not shown
 * @param mixed whether what can be computed of several companies must leave open which stage each is at
 */
record Rules(int besidesViewer, int besidesRanked, int few, double closest, boolean mixed) {
    static final Rules STRICT = new Rules(5, 10, 5, 0.05, true);

    /** No company has more than this share of the weight; every company weighs one. */
    private static final double LARGEST_SHARE = 0.25;

    int fewest() {
        return Math.max(besidesViewer + 1, besidesViewer == 0 ? 0 : (int) Math.ceil(1 / LARGEST_SHARE));
    }
}
