package io.cairn.maturity.file;

import java.util.ArrayDeque;
import java.util.Deque;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** A file under another key and version. Of a YAML file nothing else changes: comments stay where they are. */
final class Renaming {
    private Renaming() {}

    /** @param text YAML without faults, without a byte order mark */
    static String yaml(String text, String key, String version) {
        Deque<Value> values = new ArrayDeque<>();
        var depth = 0;
        String name = null;
        for (var event : new Parse(LoadSettings.builder().build()).parseString(text)) {
            if (depth == 1 && name == null && event instanceof ScalarEvent it) {
                name = it.getValue();
                continue;
            }
            if (depth == 1 && "key".equals(name)) values.push(new Value(event, key));
            if (depth == 1 && "version".equals(name)) values.push(new Value(event, version));
            if (event instanceof CollectionStartEvent) depth++;
            if (event instanceof CollectionEndEvent) depth--;
            if (depth == 1) name = null;
        }
        var renamed = text;
        for (var value : values) renamed = value.replaceIn(renamed);
        return renamed;
    }

    private record Value(Event place, String other) {
        /** Marks count code points. A block scalar ends with its line. */
        String replaceIn(String text) {
            var start = text.offsetByCodePoints(0, index(place.getStartMark().orElseThrow()));
            var end = text.offsetByCodePoints(0, index(place.getEndMark().orElseThrow()));
            var line = text.substring(start, end).endsWith("\n") ? "\n" : "";
            return text.substring(0, start) + '"' + other + '"' + line + text.substring(end);
        }

        private static int index(Mark mark) {
            return mark.getIndex();
        }
    }
}
