package io.cairn.eventstore.json;

import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From every revision that is no longer written to the next one. */
final class Upcasters {
    static final List<Upcaster> ALL = List.of(
            // revision 2 may list answers carried over; before it there were none
            unchanged("AssessmentOpened", 1),
            carriedOverFromTheSameVersion(),
            // revision 2 may compare with the assessment before; before it nothing was compared
            unchanged("AssessmentFinalized", 1),
            // revision 2 has the stages of dimensions, and may repeat an earlier proposal; before it neither was told
            unchanged("StageProposed", 1));

    private Upcasters() {}

    /** Revision 3 says from which version of the model; before it none but the assessment's own carried over. */
    private static Upcaster carriedOverFromTheSameVersion() {
        return upcaster("AssessmentOpened", 2, payload -> {
            if (payload.has("carriedFrom"))
                ((ObjectNode) payload)
                        .set("carriedFromVersion", payload.path("model").path("version"));
            return payload;
        });
    }

    private static Upcaster unchanged(String name, int revision) {
        return upcaster(name, revision, payload -> payload);
    }

    private static Upcaster upcaster(String name, int revision, UnaryOperator<JsonNode> upcast) {
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
                return upcast.apply(payload);
            }
        };
    }
}
