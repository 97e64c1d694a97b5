package io.cairn.reporting.stages;

import static io.cairn.reporting.Company.encoded;
import static io.cairn.reporting.Company.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.reporting.Company;
import io.cairn.reporting.Results;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagesTest {
    private static final String STAGES = "/api/v1/reports/stages?model=egdi";

    @Test
    void each_unit_is_at_the_stage_of_its_latest_period_up_to_the_one_asked_for() {
        var company = Company.automatic()
                .unit("a")
                .unit("b")
                .finalizes("a", "2023", 1)
                .finalizes("a", "2024", 2)
                .finalizes("a", "2025", 3)
                .finalizes("b", "2022", 4);
        var items = company.ok(STAGES + "&period=2024").at("/items");
        assertThat(texts(items, "/unit")).containsExactly("a", "b");
        assertThat(texts(items, "/period")).containsExactly("2024", "2022");
        assertThat(texts(items, "/stage/key")).containsExactly("middle", "very-high");
        assertThat(texts(items, "/state")).containsOnly("staged");
        assertThat(texts(items, "/score")).containsExactly("0.3", "0.8");
    }

    @Test
    void a_unit_that_was_never_assessed_is_listed_as_such() {
        var item = Company.automatic()
                .unit("a")
                .opens("a", "2024")
                .ok(STAGES + "&period=2024")
                .at("/items/0");
        assertThat(item.at("/state").asString()).isEqualTo("never-assessed");
        assertThat(item.at("/stage").isNull()).isTrue();
        assertThat(item.at("/name").asString()).isEqualTo("Unit a");
    }

    @Test
    void a_later_proposal_is_shown_beside_the_stage_that_counts() {
        var company = Company.confirming()
                .unit("a")
                .unit("b")
                .finalizes("a", "2023", 1)
                .decides("a", "2023")
                .taken(null, 1)
                .finalizes("a", "2024", 3)
                .finalizes("b", "2024", 2);
        var items = company.ok(STAGES + "&period=2024").at("/items");
        assertThat(texts(items, "/state")).containsExactly("staged", "no-stage");
        assertThat(texts(items, "/stage/key")).containsExactly("low", null);
        assertThat(texts(items, "/pending/period")).containsExactly("2024", "2024");
        assertThat(texts(items, "/pending/proposed/key")).containsExactly("high", "middle");
    }

    @Test
    void what_is_proposed_again_is_shown_beside_the_stage_of_the_same_period() {
        var company = Company.confirming()
                .unit("a")
                .finalizes("a", "2024", 3)
                .decides("a", "2024")
                .overridden(1, 2, "key:anna", "see the audit");
        assertThat(company.ok(STAGES + "&period=2024").at("/items/0/pending").isNull())
                .isTrue();
        company.decides("a", "2024").again("2").proposedAgain(3);
        var item = company.ok(STAGES + "&period=2024").at("/items/0");
        assertThat(item.at("/stage/key").asString()).isEqualTo("middle");
        assertThat(item.at("/pending/period").asString()).isEqualTo("2024");
        assertThat(item.at("/pending/proposed/key").asString()).isEqualTo("high");
    }

    @Test
    void a_later_period_without_a_stage_says_why() {
        var item = Company.automatic()
                .unit("a")
                .finalizes("a", "2023", 2)
                .finalizes("a", "2024", Company.EGDI, Results.undetermined("too little answered"))
                .ok(STAGES + "&period=2024")
                .at("/items/0");
        assertThat(item.at("/stage/key").asString()).isEqualTo("middle");
        assertThat(item.at("/pending/undetermined").asString()).isEqualTo("too little answered");
    }

    @Test
    void a_unit_that_is_no_longer_there_at_the_end_of_the_period_is_left_out() {
        var company = Company.automatic()
                .unit("a")
                .unit("b")
                .finalizes("a", "2023", 1)
                .finalizes("b", "2023", 1);
        var before = company.now();
        company.retires("a", "2024-06-30");
        assertThat(texts(company.ok(STAGES + "&period=2023").at("/items"), "/unit"))
                .containsExactly("a", "b");
        assertThat(texts(company.ok(STAGES + "&period=2024-Q2").at("/items"), "/unit"))
                .containsExactly("a", "b");
        assertThat(texts(company.ok(STAGES + "&period=2024").at("/items"), "/unit"))
                .containsExactly("b");
        assertThat(texts(
                        company.ok(STAGES + "&period=2024&recordedAt=" + encoded(before))
                                .at("/items"),
                        "/unit"))
                .as("its end was not known then")
                .containsExactly("a", "b");
    }

    @Test
    void without_a_period_it_is_as_of_today() {
        var company = Company.automatic().unit("a").finalizes("a", "2020", 2).finalizes("a", "2999", 4);
        assertThat(company.ok(STAGES).at("/items/0/stage/key").asString()).isEqualTo("middle");
    }

    @Test
    void stages_are_told_as_they_were_known() {
        var company = Company.automatic().unit("a").finalizes("a", "2024", 3);
        var then = company.now();
        company.unit("b").reopens("a", "2024").finalizes("a", "2024", 2);
        var items =
                company.ok(STAGES + "&period=2024&recordedAt=" + encoded(then)).at("/items");
        assertThat(texts(items, "/unit")).as("b was not known then").containsExactly("a");
        assertThat(texts(items, "/stage/key")).containsExactly("high");
        assertThat(texts(company.ok(STAGES + "&period=2024").at("/items"), "/stage/key"))
                .containsExactly("middle", null);
    }

    @Test
    void under_a_unit_are_itself_and_all_below_it_as_known_then() {
        var company = Company.automatic()
                .unit("group")
                .unit("north", "group")
                .unit("n1", "north")
                .unit("n2", "north")
                .unit("south", "group");
        var then = company.now();
        company.moves("n2", "south");
        assertThat(texts(company.ok(STAGES + "&period=2024&under=north").at("/items"), "/unit"))
                .containsExactly("n1", "north");
        assertThat(texts(company.ok(STAGES + "&period=2024&under=group").at("/items"), "/unit"))
                .containsExactly("group", "n1", "n2", "north", "south");
        assertThat(texts(
                        company.ok(STAGES + "&period=2024&under=north&recordedAt=" + encoded(then))
                                .at("/items"),
                        "/unit"))
                .containsExactly("n1", "n2", "north");
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        var company = Company.automatic();
        var expected = new ArrayList<String>();
        for (var i = 0; i < 7; i++) {
            company.unit("u" + i);
            expected.add("u" + i);
        }
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = company.ok(
                            STAGES + "&period=2024&limit=3" + (cursor == null ? "" : "&cursor=" + encoded(cursor)))
                    .json();
            seen.addAll(texts(page.at("/items"), "/unit"));
            cursor = page.at("/next").isNull() ? null : page.at("/next").asString();
        } while (cursor != null);
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        var company = Company.automatic().unit("a").unit("b");
        var next = company.ok(STAGES + "&period=2024&limit=1").at("/next").asString();
        assertThat(company.get(STAGES + "&period=2023&limit=1&cursor=" + encoded(next))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "period=2024-13, ?period",
        "recordedAt=2024, ?recordedAt",
        "under=%20, ?under",
        "limit=0, ?limit",
        "limit=many, ?limit",
        "cursor=forged, ?cursor",
    })
    void what_cannot_be_read_is_refused_with_a_pointer(String query, String pointer) {
        var reply = Company.automatic().get(STAGES + "&" + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void what_nobody_knows_is_not_found() {
        var company = Company.automatic();
        assertThat(company.get(STAGES + "&under=nobody").status()).isEqualTo(404);
        assertThat(company.get("/api/v1/reports/stages?model=nothing").status()).isEqualTo(404);
    }
}
