package io.cairn.assessment.board;

import static io.cairn.assessment.testing.RunningService.importCsv;
import static io.cairn.assessment.testing.RunningService.newTenant;
import static io.cairn.assessment.testing.RunningService.operator;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.assessment.journey.JourneyFollowsAssessment;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RebuildHttpTest {
    @ParameterizedTest
    @ValueSource(strings = {"units-v1", "models-v1", "assessments-v1", "maturity-v1"})
    void a_view_made_anew_while_it_is_written_is_the_live_one_row_by_row(String view) {
        var admin = newTenant();
        importCsv(
                admin,
                "model=egdi&version=2.0.0&createUnits=true&finalize=true",
                "unit,period,question,value\na,2018,osi,0.5\na,2018,hci,0.5\na,2018,tii,0.5\n");
        var asked = operator().post("/operator/projections/" + view + "/rebuild", "");
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        importCsv(admin, "model=egdi&version=2.0.0&createUnits=true", "unit,period,question,value\nb,2018,osi,0.5\n");
        var rebuild = Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> rebuild(view), it -> it.path("finishedAt").isString());
        assertThat(rebuild.path("failure").isString()).as(rebuild.toString()).isFalse();
        assertThat(rebuild.path("different").asLong()).as(rebuild.toString()).isZero();
    }

    @Test
    void a_policy_is_never_sent_back() {
        var asked = operator().post("/operator/projections/" + JourneyFollowsAssessment.NAME + "/rebuild", "");
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.problem()).isEqualTo("not-rebuildable");
    }

    private static JsonNode rebuild(String view) {
        return operator()
                .get("/operator/projections")
                .json()
                .path("items")
                .valueStream()
                .filter(it -> it.path("name").asString().equals(view))
                .findFirst()
                .orElseThrow()
                .path("rebuild");
    }
}
