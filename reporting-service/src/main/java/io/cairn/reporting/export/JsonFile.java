package io.cairn.reporting.export;

import io.cairn.eventstore.json.CairnJson;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** An array with an object for each row; a file that broke off has no end, and so is no JSON. */
final class JsonFile implements RowFile {
    private final JsonGenerator json;
    private final List<String> keys;

    JsonFile(OutputStream out, List<String> keys) {
        this.keys = keys;
        json = CairnJson.mapper().createGenerator(out);
        json.writeStartArray();
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        json.writeStartObject();
        for (var i = 0; i < keys.size(); i++) {
            json.writeName(keys.get(i));
            write(cells.get(i));
        }
        json.writeEndObject();
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Boolean it -> json.writeBoolean(it);
            case Integer it -> json.writeNumber(it);
            case Long it -> json.writeNumber(it);
            case Double it -> json.writeNumber(it);
            case BigDecimal it -> json.writeNumber(it);
            default -> json.writeString(Cells.text(value));
        }
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.flush();
    }
}
