package io.cairn.eventstore.torture;

import io.cairn.eventstore.torture.Journal.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Compares what the writers were told with what is in the table, which it reads by itself. It knows the promises and
 * nothing of how they are kept.
 */
final class Checker {
    private record Row(long position, UUID stream, long version, UUID event) {}

    private final List<Row> rows;
    private final Map<UUID, Row> byEvent = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final long head;

    Checker(DataSource superuser) {
        var database = new JdbcTemplate(superuser);
        rows = database.query(
                "select position, stream_id, version, event_id from eventstore.event order by position",
                (row, n) -> new Row(
                        row.getLong(1), row.getObject(2, UUID.class), row.getLong(3), row.getObject(4, UUID.class)));
        head = database.queryForObject("select position from eventstore.head", Long.class);
    }

    /** Everything that is not as promised; empty when all is well. */
    List<String> faults(List<Entry> entries) {
        positionsAreWithoutGaps();
        versionsAreWithoutHoles();
        var known = new HashSet<UUID>();
        for (var entry : entries) {
            known.addAll(entry.events());
            check(entry);
        }
        for (var row : rows) if (!known.contains(row.event())) faults.add("nobody wanted event " + row);
        return faults;
    }

    private void positionsAreWithoutGaps() {
        var expected = 0L;
        for (var row : rows) {
            if (row.position() != ++expected) {
                faults.add("position " + expected + " is missing, there is " + row);
                expected = row.position();
            }
            if (byEvent.put(row.event(), row) != null) faults.add("twice: " + row);
        }
        if (head != rows.size()) faults.add("the head is " + head + " and there are " + rows.size() + " events");
    }

    private void versionsAreWithoutHoles() {
        var last = new HashMap<UUID, Long>();
        for (var row : rows) {
            var before = last.put(row.stream(), row.version());
            if (row.version() != (before == null ? 0 : before + 1)) faults.add("a hole before " + row);
        }
    }

    private void check(Entry entry) {
        var there = entry.events().stream().filter(byEvent::containsKey).count();
        if (there != 0 && there != entry.events().size()) faults.add("half of " + entry);
        switch (entry.outcome()) {
            case ACKNOWLEDGED -> {
                if (there == 0) faults.add("acknowledged and lost: " + entry);
                else if (!isWhereItWasSaid(entry)) faults.add("acknowledged and elsewhere: " + entry);
            }
            case REFUSED -> {
                if (there != 0) faults.add("refused and there: " + entry);
            }
            case UNKNOWN -> {}
        }
    }

    private boolean isWhereItWasSaid(Entry entry) {
        for (var i = 0; i < entry.events().size(); i++) {
            var row = byEvent.get(entry.events().get(i));
            var position = entry.position() - entry.events().size() + 1 + i;
            if (row != null
                    && !row.equals(new Row(
                            position,
                            entry.stream(),
                            entry.version() + i,
                            entry.events().get(i)))) return false;
        }
        return true;
    }
}
