package io.cairn.reporting.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written row by row. Without {@link #end()} it is not complete, and no reader may take it for that;
 * closing it frees what it holds and completes nothing.
 */
interface RowFile extends Closeable {
    void row(List<@Nullable Object> cells) throws IOException;

    void end() throws IOException;

    @Override
    default void close() throws IOException {}
}
