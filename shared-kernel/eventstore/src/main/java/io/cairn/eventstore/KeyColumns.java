package io.cairn.eventstore;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The keys of a batch's commands, turned into one array for each column. */
final class KeyColumns {
    /** Eight parameters; {@code place} is that of the command's last row among all rows of the batch, from 1. */
    static final String ROWS = """
            unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::int[], ?::bigint[])
                as k(tenant_id, key, stream_type, stream_id, first, last, command, place)
            """;

    private final String[] tenants;
    private final String[] keys;
    private final String[] types;
    private final String[] streams;
    private final long[] firsts;
    private final long[] lasts;
    private final int[] commands;
    private final long[] places;

    KeyColumns(List<PendingAppend> batch) {
        var size = (int) batch.stream().filter(append -> append.key() != null).count();
        tenants = new String[size];
        keys = new String[size];
        types = new String[size];
        streams = new String[size];
        firsts = new long[size];
        lasts = new long[size];
        commands = new int[size];
        places = new long[size];
        var at = 0;
        var place = 0;
        for (var command = 0; command < batch.size(); command++) {
            var append = batch.get(command);
            place += append.rows().size();
            var key = append.key();
            if (key == null) continue;
            var first = append.rows().getFirst().event();
            tenants[at] = key.tenant().value().toString();
            keys[at] = key.value().toString();
            types[at] = StreamTypes.name(first.stream().type());
            streams[at] = first.stream().value().toString();
            firsts[at] = first.version();
            lasts[at] = append.rows().getLast().event().version();
            commands[at] = command;
            places[at++] = place;
        }
    }

    int size() {
        return keys.length;
    }

    void bind(PreparedStatement statement, int first) throws SQLException {
        var arrays = List.of(tenants, keys, types, streams, firsts, lasts, commands, places);
        for (var i = 0; i < arrays.size(); i++) statement.setObject(first + i, arrays.get(i));
    }
}
