package io.cairn.assessment.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * What came of one try. It says nothing that the target said but the status: a target within somebody's network must
 * not be read through us.
 */
record Outcome(
        @Nullable Integer status,
        @Nullable String error,
        @Nullable Duration retryAfter) {
    private static final int GONE = 410;

    static Outcome of(WebhookSender.Answer answer) {
        return new Outcome(answer.status(), answer.good() ? null : "status", answer.retryAfter());
    }

    static Outcome of(IOException e) {
        return new Outcome(null, word(e), null);
    }

    boolean good() {
        return error == null;
    }

    /** The target wants to hear no more. */
    boolean gone() {
        return status != null && status == GONE;
    }

    private static String word(IOException e) {
        return switch (e) {
            // one word for a name that is not known and one that is refused: which of the two, nobody is told
            case UnknownHostException ignored -> "host";
            case SSLException ignored -> "tls";
            case InterruptedIOException ignored -> "timeout"; // also of reading and connecting
            default -> "connection";
        };
    }
}
