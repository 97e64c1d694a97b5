package io.cairn.eventstore;

import io.cairn.eventstore.PendingAppend.Row;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;

/** The rows of a batch, turned into one array for each column. */
final class Columns {
    private final String[] tenants;
    private final String[] types;
    private final String[] streams;
    private final long[] versions;
    private final String[] ids;
    private final String[] names;
    private final int[] revisions;
    private final String[] payloads;
    private final String[] metadata;
    private final String[] texts;
    private final int[] commands;
    private final boolean[] checked;

    /** @param check of which rows the database has to look whether they follow their stream */
    Columns(List<PendingAppend> batch, Predicate<Row> check) {
        var size = batch.stream().mapToInt(append -> append.rows().size()).sum();
        tenants = new String[size];
        types = new String[size];
        streams = new String[size];
        versions = new long[size];
        ids = new String[size];
        names = new String[size];
        revisions = new int[size];
        payloads = new String[size];
        metadata = new String[size];
        texts = new String[size];
        commands = new int[size];
        checked = new boolean[size];
        var at = 0;
        for (var command = 0; command < batch.size(); command++)
            for (var row : batch.get(command).rows()) set(at++, command, row, check.test(row));
    }

    private void set(int at, int command, Row row, boolean check) {
        var event = row.event();
        tenants[at] = event.stream().tenant().value().toString();
        types[at] = StreamTypes.name(event.stream().type());
        streams[at] = event.stream().value().toString();
        versions[at] = event.version();
        ids[at] = event.eventId().toString();
        names[at] = row.form().name();
        revisions[at] = row.form().revision();
        payloads[at] = row.form().payload();
        metadata[at] = row.metadata();
        texts[at] = row.form().texts();
        commands[at] = command;
        checked[at] = check;
    }

    int size() {
        return versions.length;
    }

    boolean hasTexts() {
        for (var text : texts) if (text != null) return true;
        return false;
    }

    /** Twelve parameters. Arrays of these types go in binary; as literals every quote of the JSON would be quoted. */
    void bind(PreparedStatement statement, int first) throws SQLException {
        var arrays = List.of(
                tenants, types, streams, versions, ids, names, revisions, payloads, metadata, texts, commands, checked);
        for (var i = 0; i < arrays.size(); i++) statement.setObject(first + i, arrays.get(i));
    }

    void bindTexts(PreparedStatement statement, int first) throws SQLException {
        statement.setObject(first, tenants);
        statement.setObject(first + 1, texts);
    }
}
