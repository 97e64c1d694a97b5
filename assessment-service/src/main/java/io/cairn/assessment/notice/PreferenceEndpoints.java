package io.cairn.assessment.notice;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;
import static io.cairn.platform.identity.Role.VIEWER;

import io.cairn.assessment.directory.Preferences;
import io.cairn.assessment.directory.Preferences.Ways;
import io.cairn.language.InvalidValue;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Of what the caller wants to hear, and how. */
@RestController
@RequestMapping("/api/v1/notifications/preferences")
class PreferenceEndpoints {
    private final Preferences preferences;

    PreferenceEndpoints(Preferences preferences) {
        this.preferences = preferences;
    }

    /** @param kinds by their words, as in {@code {"assessment.due": {"feed": true, "email": false}}} */
    record KindsBody(Map<String, Ways> kinds) {}

    @GetMapping
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    KindsBody show(Caller caller) {
        return all(preferences.of(caller.tenant(), caller.actor()));
    }

    /** All of them: a kind that is left out is told in every way. */
    @PutMapping
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    KindsBody put(Caller caller, @RequestBody KindsBody body) {
        for (var kind : body.kinds().keySet()) checked(kind);
        preferences.put(caller.tenant(), caller.actor(), body.kinds());
        return all(body.kinds());
    }

    private static KindsBody all(Map<String, Ways> said) {
        var all = new LinkedHashMap<String, Ways>();
        for (var kind : NoticeKind.values()) all.put(kind.word(), said.getOrDefault(kind.word(), Ways.ALL));
        return new KindsBody(all);
    }

    private static void checked(String kind) {
        try {
            NoticeKind.of(kind);
        } catch (InvalidValue e) {
            throw Problem.invalidBody("/kinds", String.valueOf(e.getMessage())).exception();
        }
    }
}
