package io.cairn.assessment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.cairn.language.WellFormed;

/** What people call a tenant or a unit; in JSON a plain text. */
public record Name(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Name {
        WellFormed.name("a name", value, 200);
    }
}
