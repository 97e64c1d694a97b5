package io.cairn.assessment.refusal;

import io.cairn.assessment.http.Reply;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A refusal that somebody meets from the outside.
 *
 * @param rejection simple name of it
 * @param when in words, for the docs
 */
record Refused(String command, String rejection, String when, Supplier<Reply> attempt) {
    /** Of what is unknown and named in the path: for the client there is nothing there. */
    private static final Set<String> IN_PATH = Set.of(
            "AgreeAnswer UnknownQuestion",
            "OverridePoints UnknownQuestion",
            "PublishModelVersion UnknownModel",
            "RetireModelVersion UnknownModel");

    /** {@code CoverageTooLow} is {@code coverage-too-low}. */
    String type() {
        if (IN_PATH.contains(pair())) return "not-found";
        return rejection.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    String pair() {
        return command + " " + rejection;
    }
}
