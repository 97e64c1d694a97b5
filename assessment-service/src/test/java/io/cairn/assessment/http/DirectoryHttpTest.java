package io.cairn.assessment.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DirectoryHttpTest {
    private static final Map<String, Object> ANN =
            Map.of("name", "Ann", "email", "ann@example.com", "language", "fr", "roles", List.of("reviewer"));

    private final Client admin = Service.tenant("automatic");

    @Test
    void an_admin_writes_entries_and_everybody_their_own() {
        var put = admin.put("/directory/user:ann", ANN).expect(200);
        assertThat(put.etag()).isEqualTo("\"v0\"");
        assertThat(put.text("/actor")).isEqualTo("user:ann");
        var respondent = admin.as("respondent");
        respondent.get("/directory/me").expectProblem(404, "not-found");
        var own = respondent
                .put("/directory/me", Map.of("name", "Bob", "email", "bob@example.com"))
                .expect(200);
        assertThat(own.text("/language")).isEqualTo("en");
        assertThat(respondent.get("/directory/me").expect(200).text("/email")).isEqualTo("bob@example.com");
        respondent.put("/directory/user:ann", ANN).expect(403);
        respondent.get("/directory/user:ann").expect(403);
        respondent.get("/directory").expect(403);
        assertThat(admin.get("/directory").expect(200).at("/items")).hasSize(2);
    }

    @Test
    void nobody_but_an_admin_says_for_which_roles_a_person_gets_mail() {
        var respondent = admin.as("respondent");
        respondent
                .put("/directory/me", Map.of("name", "Bob", "roles", List.of("admin")))
                .expect(403);
        var own = respondent
                .put("/directory/me", Map.of("name", "Bob"))
                .expect(200)
                .text("/actor");
        admin.put("/directory/" + own, Map.of("name", "Bob", "roles", List.of("reviewer")))
                .expect(200);
        var kept = respondent.put("/directory/me", Map.of("name", "Robert")).expect(200);
        assertThat(kept.at("/roles/0").asString()).isEqualTo("reviewer");
    }

    @Test
    void addresses_are_told_to_admins_and_the_person_only() {
        admin.put("/directory/user:ann", ANN).expect(200);
        var seen = admin.as("facilitator").get("/directory/user:ann").expect(200);
        assertThat(seen.text("/name")).isEqualTo("Ann");
        assertThat(seen.body().has("email")).isFalse();
        assertThat(admin.get("/directory").expect(200).text("/items/0/email")).isEqualTo("ann@example.com");
    }

    @Test
    void an_entry_changes_only_from_the_version_that_was_seen() {
        var seen = admin.put("/directory/user:ann", ANN).expect(200).etag();
        var changed = admin.put("/directory/user:ann", ANN, seen).expect(200);
        assertThat(changed.etag()).isEqualTo("\"v1\"");
        admin.put("/directory/user:ann", ANN, seen).expectProblem(412, "stale-version");
        admin.put("/directory/user:new", ANN, "\"v0\"").expectProblem(412, "stale-version");
    }

    @Test
    void what_is_erased_is_gone() {
        admin.put("/directory/user:ann", ANN).expect(200);
        admin.as("facilitator").delete("/directory/user:ann").expect(403);
        admin.delete("/directory/user:ann").expect(204);
        admin.get("/directory/user:ann").expectProblem(404, "not-found");
        admin.delete("/directory/user:ann").expectProblem(404, "not-found");
        assertThat(admin.get("/directory").expect(200).at("/items")).isEmpty();
    }

    @Test
    void of_another_tenants_people_there_is_nothing() {
        admin.put("/directory/user:ann", ANN).expect(200);
        var stranger = Service.tenant("automatic");
        stranger.get("/directory/user:ann").expectProblem(404, "not-found");
        stranger.delete("/directory/user:ann").expectProblem(404, "not-found");
        assertThat(stranger.get("/directory").expect(200).at("/items")).isEmpty();
    }

    @Test
    void what_is_no_name_or_address_is_refused_where_it_stands() {
        admin.put("/directory/user:ann", with("name", "Ann\r\nBcc: all@example.com"))
                .expectProblem(422, "invalid-value", "/name");
        admin.put("/directory/user:ann", with("name", " ")).expectProblem(422, "invalid-value", "/name");
        for (var email : List.of("ann", "ann@", "ann@exa mple.com", "ann@example.com\r\nBcc: b@example.com", "a,b@c.d"))
            admin.put("/directory/user:ann", with("email", email)).expectProblem(422, "invalid-value", "/email");
        admin.put("/directory/user:ann", with("language", "de")).expectProblem(422, "invalid-value", "/language");
        admin.put("/directory/user:ann", with("roles", List.of("operator")))
                .expectProblem(422, "invalid-value", "/roles");
        admin.put("/directory/user:ann", with("roles", java.util.Collections.singletonList(null)))
                .expectProblem(422, "invalid-value");
        admin.put("/directory/user:ann", with("age", 3)).expectProblem(422, "invalid-value", "/age");
    }

    private static Map<String, Object> with(String field, Object value) {
        var changed = new HashMap<>(ANN);
        changed.put(field, value);
        return changed;
    }
}
