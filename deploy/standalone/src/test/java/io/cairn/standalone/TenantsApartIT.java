package io.cairn.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two companies with the same unit codes, seen through the API and through plain SQL. */
class TenantsApartIT {
    private static CairnProcess cairn;
    private static SampleClient one;
    private static SampleClient other;
    private static String oneId;

    @BeforeAll
    static void two_tenants_with_the_same_unit(@TempDir Path home) throws IOException {
        cairn = CairnProcess.start(home, false);
        var first = cairn.operator()
                .post("/tenants", Map.of("slug", "one", "name", "One"))
                .orFail("one");
        oneId = first.path("id").asString();
        one = cairn.as(first.path("adminKey").asString());
        other = cairn.as(cairn.register("other"));
        for (var client : List.of(one, other))
            client.post("/units", Map.of("code", "brand-a", "name", client == one ? "One's A" : "Other's A"))
                    .orFail("unit");
    }

    @AfterAll
    static void stop() throws IOException {
        cairn.close();
    }

    @Test
    void each_sees_its_own_unit_of_the_shared_code() throws IOException {
        assertThat(one.get("/units/brand-a").body().path("name").asString()).isEqualTo("One's A");
        assertThat(other.get("/units/brand-a").body().path("name").asString()).isEqualTo("Other's A");
    }

    @Test
    void the_others_assessment_is_as_unknown_as_one_that_never_was() throws IOException {
        var id = one.post(
                        "/assessments",
                        Map.of(
                                "unit", "brand-a",
                                "model", Map.of("key", "egdi", "version", "2.0.0"),
                                "period", "2026-Q4"))
                .orFail("open")
                .path("id")
                .asString();

        var foreign = other.get("/assessments/" + id);
        var unknown = other.get("/assessments/6f1f6a4e-0000-4000-8000-000000000000");

        assertThat(foreign.status()).isEqualTo(404).isEqualTo(unknown.status());
        assertThat(foreign.body().path("type")).isEqualTo(unknown.body().path("type"));
        assertThat(foreign.body().path("detail")).isEqualTo(unknown.body().path("detail"));
    }

    @Test
    void without_a_tenant_the_role_app_sees_no_row_in_any_table() throws IOException, SQLException {
        try (var connection = app()) {
            var tables = tenantTables(connection);
            assertThat(tables).contains("eventstore.event").hasSizeGreaterThan(5);
            for (var table : tables)
                assertThat(count(connection, table)).as(table).isZero();
        }
    }

    @Test
    void with_a_tenant_the_role_app_sees_that_tenants_rows_only() throws IOException, SQLException {
        try (var connection = app()) {
            connection.setAutoCommit(false);
            try (var set = connection.prepareStatement("select set_config('app.tenant', ?, true)")) {
                set.setString(1, oneId);
                set.execute();
            }
            assertThat(count(connection, "eventstore.event")).isPositive();
            for (var table : tenantTables(connection))
                assertThat(count(connection, table + " where tenant_id <> '" + oneId + "'"))
                        .as(table)
                        .isZero();
        }
    }

    private static Connection app() throws IOException, SQLException {
        return DriverManager.getConnection(cairn.secret("database-url"), "app", cairn.secret("database-app"));
    }

    private static List<String> tenantTables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var rows = connection
                .createStatement()
                .executeQuery("select table_schema || '.' || table_name from information_schema.columns"
                        + " where column_name = 'tenant_id' and table_schema in"
                        + " ('eventstore', 'platform', 'assessment', 'reporting')"
                        + " and has_table_privilege(table_schema || '.' || table_name, 'select')")) {
            while (rows.next()) tables.add(rows.getString(1));
        }
        return tables;
    }

    private static long count(Connection connection, String from) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
