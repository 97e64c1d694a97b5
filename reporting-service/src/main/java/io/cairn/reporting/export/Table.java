package io.cairn.reporting.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as rows and columns; the rows come one by one and are never all there. */
public final class Table {
    private final List<? extends Column<?>> columns;
    private final Reading reading;

    private Table(List<? extends Column<?>> columns, Reading reading) {
        this.columns = List.copyOf(columns);
        this.reading = reading;
    }

    /** Hands out what rows are made of, in their order, and forgets it. */
    @FunctionalInterface
    public interface Source<T> {
        void each(Taker<T> taker) throws IOException;
    }

    /** May fail when the client is gone. */
    @FunctionalInterface
    public interface Taker<T> {
        void take(T item) throws IOException;
    }

    @FunctionalInterface
    private interface Reading {
        void into(Taker<List<@Nullable Object>> taker) throws IOException;
    }

    public static <T> Table of(List<Column<T>> columns, Source<T> source) {
        return new Table(columns, taker -> source.each(item -> taker.take(cells(columns, item))));
    }

    /** Of a report that is small enough to be there as a whole. */
    public static <T> Table of(List<Column<T>> columns, List<T> items) {
        return of(columns, taker -> {
            for (var item : items) taker.take(item);
        });
    }

    private static <T> List<@Nullable Object> cells(List<Column<T>> columns, T item) {
        var cells = new ArrayList<@Nullable Object>(columns.size());
        for (var column : columns) {
            var value = column.value().apply(item);
            if (value != null && !column.kind().holds(value))
                throw new IllegalStateException(column.key() + " is no " + column.kind());
            cells.add(value);
        }
        return cells;
    }

    /** The whole of it as CSV under its keys, as {@code format=csv} writes it. */
    public void csv(OutputStream out) throws IOException {
        try (var file = new CsvFile(out, columns.stream().map(Column::key).toList())) {
            reading.into(file::row);
            file.end();
        }
    }

    List<? extends Column<?>> columns() {
        return columns;
    }

    void rows(Taker<List<@Nullable Object>> taker) throws IOException {
        reading.into(taker);
    }
}
