package io.cairn.reporting.rollup;

import static io.cairn.reporting.Company.encoded;
import static io.cairn.reporting.Company.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.DimensionKey;
import io.cairn.language.ModelRef;
import io.cairn.language.Profile;
import io.cairn.reporting.Company;
import io.cairn.reporting.Results;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RollUpTest {
    private static final String ROLL_UP = "/api/v1/reports/roll-up?model=egdi";

    /** group → north → n1, n2; group → south → s1; and a unit of its own. */
    private static Company company() {
        return Company.automatic()
                .unit("group")
                .unit("north", "group")
                .unit("n1", "north")
                .unit("n2", "north")
                .unit("south", "group")
                .unit("s1", "south")
                .unit("alone");
    }

    @Test
    void every_node_counts_its_whole_subtree_and_each_unit_once() {
        var company = company()
                .finalizes("n1", "2024", 1)
                .finalizes("n2", "2024", 3)
                .finalizes("s1", "2023", 3)
                .finalizes("alone", "2024", 4);
        var all = company.ok(ROLL_UP + "&period=2024").json();
        assertThat(counts(all.at("/node"))).isEqualTo("units 7 staged 4 ofPeriod 3 noStage 0 notAssessed 3");
        assertThat(stages(all.at("/node"))).isEqualTo("low 1 middle 0 high 2 very-high 1");
        assertThat(texts(all.at("/children/items"), "/unit")).containsExactly("alone", "group");

        var group = company.ok(ROLL_UP + "&period=2024&under=group").json();
        assertThat(group.at("/node/name").asString()).isEqualTo("Unit group");
        assertThat(counts(group.at("/node"))).isEqualTo("units 6 staged 3 ofPeriod 2 noStage 0 notAssessed 3");
        assertThat(texts(group.at("/children/items"), "/unit")).containsExactly("north", "south");
        var north = group.at("/children/items/0");
        assertThat(counts(north)).isEqualTo("units 3 staged 2 ofPeriod 2 noStage 0 notAssessed 1");
        assertThat(stages(north)).isEqualTo("low 1 middle 0 high 1 very-high 0");
        var leaf = company.ok(ROLL_UP + "&period=2024&under=n1").json();
        assertThat(counts(leaf.at("/node"))).isEqualTo("units 1 staged 1 ofPeriod 1 noStage 0 notAssessed 0");
        assertThat(leaf.at("/children/items")).isEmpty();
    }

    @Test
    void who_was_never_assessed_and_who_has_no_stage_are_told_apart() {
        var company = Company.confirming()
                .unit("group")
                .unit("a", "group")
                .unit("b", "group")
                .opens("b", "2024")
                .finalizes("a", "2024", 3);
        assertThat(counts(company.ok(ROLL_UP + "&period=2024&under=group").at("/node")))
                .isEqualTo("units 3 staged 0 ofPeriod 0 noStage 1 notAssessed 2");
        assertThat(company.ok(ROLL_UP + "&period=2024&under=group").at("/node/versions"))
                .isEmpty();
    }

    @Test
    void the_weakest_dimension_has_the_lowest_median_stage() {
        var company = company()
                .finalizes("n1", "2024", Company.EGDI, at(3, 1, 4))
                .finalizes("n2", "2024", Company.EGDI, at(3, 3, 2))
                .finalizes("s1", "2024", Company.EGDI, at(3, 3, 3));
        var version = company.ok(ROLL_UP + "&period=2024").at("/node/versions/0");
        assertThat(version.at("/version").asString()).isEqualTo("2.0.0");
        assertThat(median(version, "online-services")).isEqualTo("high");
        assertThat(median(version, "human-capital")).isEqualTo("high");
        // no mean would tell: 1, 3, 3 and 4, 2, 3 have the same median, and the first more units at it or below
        assertThat(texts(version.at("/weakest"), "")).containsExactly("online-services");
    }

    @Test
    void equals_are_weakest_together() {
        var company = company().finalizes("n1", "2024", Company.EGDI, at(3, 2, 2));
        assertThat(texts(company.ok(ROLL_UP + "&period=2024").at("/node/versions/0/weakest"), ""))
                .containsExactly("online-services", "human-capital");
    }

    @Test
    void who_has_no_stage_in_a_dimension_does_not_count_in_it() {
        var company = company()
                .finalizes("n1", "2024", Company.EGDI, at(3, null, 2))
                .finalizes("n2", "2024", Company.EGDI, at(3, 1, 3));
        var version = company.ok(ROLL_UP + "&period=2024").at("/node/versions/0");
        assertThat(version.at("/dimensions/0/undetermined").asInt()).isEqualTo(1);
        assertThat(median(version, "online-services")).isEqualTo("low");
        assertThat(version.at("/dimensions/1/undetermined").asInt()).isZero();
        assertThat(version.at("/dimensions/2/median").isNull()).isTrue();
        assertThat(version.at("/dimensions/2/undetermined").asInt()).isEqualTo(2);
    }

    @Test
    void versions_of_the_model_are_shown_apart() {
        var company = company()
                .finalizes("n1", "2024", ModelRef.of("egdi", "1.0.0"), Results.atStage(1))
                .finalizes("n2", "2024", 3);
        var node = company.ok(ROLL_UP + "&period=2024&under=north").at("/node");
        assertThat(texts(node.at("/versions"), "/version")).containsExactly("1.0.0", "2.0.0");
        assertThat(texts(node.at("/versions"), "/staged")).containsExactly("1", "1");
        assertThat(counts(node)).isEqualTo("units 3 staged 2 ofPeriod 2 noStage 0 notAssessed 1");
    }

    @Test
    void it_is_told_as_it_was_known_and_as_the_tree_was_known() {
        var company = company().finalizes("n1", "2024", 1).finalizes("s1", "2024", 2);
        var then = company.now();
        company.reopens("n1", "2024")
                .finalizes("n1", "2024", 4)
                .moves("s1", "north")
                .unit("s2", "south");
        var known = "&recordedAt=" + encoded(then);
        assertThat(stages(
                        company.ok(ROLL_UP + "&period=2024&under=north" + known).at("/node")))
                .isEqualTo("low 1 middle 0 high 0 very-high 0");
        assertThat(stages(company.ok(ROLL_UP + "&period=2024&under=north").at("/node")))
                .isEqualTo("low 0 middle 1 high 0 very-high 1");
        assertThat(counts(
                        company.ok(ROLL_UP + "&period=2024&under=south" + known).at("/node")))
                .isEqualTo("units 2 staged 1 ofPeriod 1 noStage 0 notAssessed 1");
        assertThat(counts(company.ok(ROLL_UP + "&period=2024&under=south").at("/node")))
                .isEqualTo("units 2 staged 0 ofPeriod 0 noStage 0 notAssessed 2");
    }

    @Test
    void a_unit_that_has_left_is_not_counted_but_those_below_it_are() {
        var company = company()
                .finalizes("n1", "2023", 1)
                .finalizes("north", "2023", 1)
                .retires("north", "2024-06-30");
        assertThat(counts(company.ok(ROLL_UP + "&period=2024&under=group").at("/children/items/0")))
                .isEqualTo("units 2 staged 1 ofPeriod 0 noStage 0 notAssessed 1");
        assertThat(counts(company.ok(ROLL_UP + "&period=2023&under=group").at("/children/items/0")))
                .isEqualTo("units 3 staged 2 ofPeriod 2 noStage 0 notAssessed 1");
    }

    @Test
    void children_come_in_pages_and_the_whole_is_on_each() {
        var company = Company.automatic().unit("top");
        for (var i = 0; i < 5; i++) company.unit("u" + i, "top").finalizes("u" + i, "2024", 2);
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = company.ok(ROLL_UP + "&period=2024&under=top&limit=2"
                            + (cursor == null ? "" : "&cursor=" + encoded(cursor)))
                    .json();
            assertThat(page.at("/node/staged").asInt()).isEqualTo(5);
            for (var child : page.at("/children/items"))
                assertThat(counts(child)).isEqualTo("units 1 staged 1 ofPeriod 1 noStage 0 notAssessed 0");
            seen.addAll(texts(page.at("/children/items"), "/unit"));
            cursor = page.at("/children/next").isNull()
                    ? null
                    : page.at("/children/next").asString();
        } while (cursor != null);
        assertThat(seen).containsExactly("u0", "u1", "u2", "u3", "u4");
    }

    @Test
    void it_says_by_which_rule_and_what_a_unit_weighs() {
        var rule = company().ok(ROLL_UP + "&period=2024").at("/rule");
        assertThat(rule.at("/weights").asString()).startsWith("Each unit counts once");
        assertThat(rule.at("/weakest").asString()).contains("median");
    }

    @ParameterizedTest
    @CsvSource({
        "period=2024-13, ?period",
        "recordedAt=2024, ?recordedAt",
        "under=%20, ?under",
        "limit=0, ?limit",
        "cursor=forged, ?cursor"
    })
    void what_cannot_be_read_is_refused_with_a_pointer(String query, String pointer) {
        var reply = company().get(ROLL_UP + "&" + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void what_nobody_knows_is_not_found() {
        assertThat(company().get(ROLL_UP + "&under=nobody").status()).isEqualTo(404);
        assertThat(company().get("/api/v1/reports/roll-up?model=nothing").status())
                .isEqualTo(404);
    }

    private static Profile at(int stage, @Nullable Integer online, Integer capital) {
        var plain = Results.atStage(stage);
        return new Profile(
                plain.overall(),
                List.of(dimension("online-services", online), dimension("human-capital", capital)),
                List.of(),
                List.of(),
                plain.confidence());
    }

    private static Profile.Dimension dimension(String key, @Nullable Integer stage) {
        var ref = stage == null ? null : Results.ref(stage);
        return new Profile.Dimension(
                new DimensionKey(key),
                null,
                0.5,
                1,
                ref == null ? null : new Profile.Stage(ref.ordinal(), ref.key(), null),
                ref == null ? "too little" : null,
                1,
                List.of(),
                null);
    }

    private static String counts(JsonNode node) {
        var text = new ArrayList<String>();
        for (var field : List.of("units", "staged", "ofPeriod", "noStage", "notAssessed"))
            text.add(field + " " + node.path(field).asInt());
        return String.join(" ", text);
    }

    private static String stages(JsonNode node) {
        var text = new ArrayList<String>();
        for (var stage : node.at("/versions/0/stages"))
            text.add(stage.path("key").asString() + " " + stage.path("units").asInt());
        return String.join(" ", text);
    }

    private static String median(JsonNode version, String dimension) {
        for (var it : version.path("dimensions"))
            if (it.path("key").asString().equals(dimension))
                return it.at("/median/key").asString();
        throw new AssertionError("no dimension " + dimension);
    }
}
