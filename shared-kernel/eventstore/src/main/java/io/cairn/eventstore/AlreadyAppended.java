package io.cairn.eventstore;

/** An append with this key was done before. Nothing was appended now. */
public final class AlreadyAppended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient AppendRecord before;

    AlreadyAppended(AppendRecord before) {
        super("appended before, up to position " + before.position());
        this.before = before;
    }

    public AppendRecord before() {
        return before;
    }
}
