package io.cairn.assessment.tenant;

import static io.cairn.assessment.testing.RunningService.anonymous;
import static io.cairn.assessment.testing.RunningService.newTenant;
import static io.cairn.assessment.testing.RunningService.operator;
import static io.cairn.assessment.testing.RunningService.slug;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.platform.testing.Client;
import io.cairn.platform.testing.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantHttpTest {
    private static Reply settings(Client client, String json, Map<String, String> headers) {
        return client.send("PUT", "/tenant/settings", BodyPublishers.ofString(json), headers);
    }

    @Test
    void the_operator_registers_a_tenant_whose_admin_key_lets_in() {
        var slug = slug();
        var registered = operator().post("/tenants", """
                        {"slug": "%s", "name": "Acme", "fiscalYearStart": "04-01", "cadence": "half-yearly",
                         "transitionPolicy": "confirmed", "profile": {"industry": "retail"}}""".formatted(slug));
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.header("X-Event-Position")).isNotEmpty();
        var own = anonymous().as(registered.json().path("adminKey").asString()).get("/tenant");
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.header("ETag")).isEqualTo("\"v0\"");
        assertThat(own.json().path("slug").asString()).isEqualTo(slug);
        assertThat(own.json().path("id")).isEqualTo(registered.json().path("id"));
        assertThat(own.json().path("fiscalYearStart").asString()).isEqualTo("04-01");
        assertThat(own.json().path("cadence").asString()).isEqualTo("half-yearly");
        assertThat(own.json().path("transitionPolicy").asString()).isEqualTo("confirmed");
        assertThat(own.json().path("profile").path("industry").asString()).isEqualTo("retail");
    }

    @Test
    void what_is_left_out_is_the_calendar_year_in_quarters_decided_at_once() {
        var own = newTenant().get("/tenant").json();
        assertThat(own.path("fiscalYearStart").asString()).isEqualTo("01-01");
        assertThat(own.path("cadence").asString()).isEqualTo("quarterly");
        assertThat(own.path("transitionPolicy").asString()).isEqualTo("automatic");
    }

    @Test
    void a_slug_is_taken_once() {
        var body = "{\"slug\": \"%s\", \"name\": \"Acme\"}".formatted(slug());
        assertThat(operator().post("/tenants", body).status()).isEqualTo(201);
        var again = operator().post("/tenants", body);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("already-exists");
    }

    @Test
    void a_tenant_that_never_saw_its_key_gets_another_from_the_operator() {
        var slug = slug();
        operator().post("/tenants", "{\"slug\": \"%s\", \"name\": \"Acme\"}".formatted(slug));
        var issued = operator().post("/tenants/" + slug + "/keys", "");
        assertThat(issued.status()).as(issued.toString()).isEqualTo(201);
        var own = anonymous().as(issued.json().path("key").asString()).get("/tenant");
        assertThat(own.json().path("slug").asString()).isEqualTo(slug);
    }

    @Test
    void nobody_gets_a_key_for_a_tenant_there_is_not() {
        assertThat(operator().post("/tenants/" + slug() + "/keys", "").status()).isEqualTo(404);
    }

    @Test
    void only_the_operator_registers_and_issues() {
        var admin = newTenant();
        assertThat(admin.post("/tenants", "{\"slug\": \"mine\", \"name\": \"M\"}")
                        .status())
                .isEqualTo(403);
        assertThat(admin.post("/tenants/mine/keys", "").status()).isEqualTo(403);
        assertThat(operator().get("/tenant").status()).isEqualTo(403);
    }

    @Test
    void settings_change_for_one_who_has_seen_them_and_not_for_one_who_has_not() {
        var admin = newTenant();
        var body = "{\"fiscalYearStart\": \"07-01\", \"cadence\": \"yearly\", \"transitionPolicy\": \"confirmed\"}";
        var changed = settings(admin, body, Map.of("If-Match", "\"v0\""));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"v1\"");
        assertThat(admin.get("/tenant").json().path("cadence").asString()).isEqualTo("yearly");
        assertThat(settings(admin, body, Map.of("If-Match", "\"v0\"")).status()).isEqualTo(412);
    }

    @Test
    void a_company_joins_the_benchmarks_and_leaves_them() {
        var admin = newTenant();
        assertThat(admin.get("/tenant").json().path("benchmarkConsent").asBoolean())
                .isFalse();
        var joined = admin.send("PUT", "/tenant/benchmark-consent", BodyPublishers.noBody(), Map.of());
        assertThat(joined.status()).as(joined.toString()).isEqualTo(200);
        assertThat(joined.json().path("benchmarkConsent").asBoolean()).isTrue();
        assertThat(joined.header("ETag")).isEqualTo("\"v1\"");
        var again = admin.send("PUT", "/tenant/benchmark-consent", BodyPublishers.noBody(), Map.of());
        assertThat(again.header("ETag")).isEqualTo("\"v1\"");
        var left = admin.send("DELETE", "/tenant/benchmark-consent", BodyPublishers.noBody(), Map.of());
        assertThat(left.json().path("benchmarkConsent").asBoolean()).isFalse();
        var stale =
                admin.send("PUT", "/tenant/benchmark-consent", BodyPublishers.noBody(), Map.of("If-Match", "\"v1\""));
        assertThat(stale.status()).isEqualTo(412);
    }

    @Test
    void nobody_gets_into_a_closed_tenant() {
        var slug = slug();
        var registered = operator().post("/tenants", "{\"slug\": \"%s\", \"name\": \"Acme\"}".formatted(slug));
        var admin = anonymous().as(registered.json().path("adminKey").asString());
        assertThat(admin.get("/tenant").status()).isEqualTo(200);
        var path = "/tenants/" + slug + "/closing";
        var reason = BodyPublishers.ofString("{\"reason\": \"the contract has ended\"}");
        assertThat(operator().post(path, "{}").status())
                .as("without the version seen")
                .isEqualTo(428);
        assertThat(admin.send("POST", path, reason, Map.of("If-Match", "\"v0\""))
                        .status())
                .isEqualTo(403);
        var closed = operator().send("POST", path, reason, Map.of("If-Match", "\"v0\""));
        assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
        assertThat(closed.json().path("status").asString()).isEqualTo("closed");
        assertThat(admin.get("/tenant").status()).isEqualTo(401);
        assertThat(admin.post("/units", "{\"code\": \"a\", \"name\": \"A\"}").status())
                .isEqualTo(401);
        var key = operator().post("/tenants/" + slug + "/keys", "");
        assertThat(key.status()).isEqualTo(409);
        assertThat(key.problem()).isEqualTo("tenant-closed");
        assertThat(operator()
                        .post("/tenants", "{\"slug\": \"%s\", \"name\": \"Acme\"}".formatted(slug))
                        .status())
                .isEqualTo(409);
        var seen = operator().get("/tenants/" + slug);
        assertThat(seen.json().path("status").asString()).isEqualTo("closed");
        assertThat(seen.header("ETag")).isEqualTo("\"v1\"");
        assertThat(operator().get("/tenants/" + slug()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'slug': 'x y', 'name': 'A'} | /slug",
                "{'slug': 'x', 'name': ' '} | /name",
                "{'slug': 'x', 'name': 'a\\u0000b'} | /name",
                "{'slug': 'x', 'name': 'A', 'fiscalYearStart': '13-01'} | /fiscalYearStart",
                "{'slug': 'x', 'name': 'A', 'cadence': 'weekly'} | /cadence",
                "{'slug': 'x', 'name': 'A', 'profile': {'industry': 'a b'}} | /profile",
                "{'slug': 'x', 'name': 'A', 'colour': 'red'} | /colour",
                "{'name': 'A'} | /slug",
            })
    void what_cannot_be_is_refused_where_it_stands(String body, String pointer) {
        var refused = operator().post("/tenants", body.replace('\'', '"'));
        assertThat(refused.status()).as(refused.toString()).isBetween(400, 422);
        assertThat(refused.pointers()).containsExactly(pointer);
    }
}
