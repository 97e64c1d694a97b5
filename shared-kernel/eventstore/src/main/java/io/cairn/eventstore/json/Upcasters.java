package io.cairn.eventstore.json;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** From every revision that is no longer written to the next one. */
final class Upcasters {
    static final List<Upcaster> ALL = List.of(
            // revision 2 may list answers carried over; before it there were none
            unchanged("AssessmentOpened", 1),
            // revision 2 has the stages of dimensions, and may repeat an earlier proposal; before it neither was told
            unchanged("StageProposed", 1));

    private Upcasters() {}

    private static Upcaster unchanged(String name, int revision) {
        return new Upcaster() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public int revision() {
                return revision;
            }

            @Override
            public JsonNode upcast(JsonNode payload) {
                return payload;
            }
        };
    }
}
