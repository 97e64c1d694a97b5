package io.cairn.assessment.webhook;

import io.cairn.assessment.notice.About;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a webhook is sent: thin, as the specification calls it. Whoever wants more asks the API, with a key of theirs. */
final class Payload {
    static final String TEST = "webhook.test";

    private final JsonMapper json;

    Payload(JsonMapper json) {
        this.json = json;
    }

    /** {@code {"type": …, "timestamp": …, "data": {"notification": …, …}}}. @param about null in a test */
    String of(String type, Instant at, UUID message, @Nullable About about) {
        var body = json.createObjectNode();
        body.put("type", type);
        body.put("timestamp", at.toString());
        var data = body.putObject("data");
        data.put("notification", message.toString());
        if (about != null) json.valueToTree(about).forEachEntry(data::set);
        return json.writeValueAsString(body);
    }
}
