package io.cairn.eventstore;

import static io.cairn.eventstore.Cast.ACME;
import static io.cairn.eventstore.Cast.GLOBEX;
import static io.cairn.eventstore.Cast.added;
import static io.cairn.eventstore.Cast.retired;
import static io.cairn.eventstore.Cast.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.eventstore.testing.TestStore;
import io.cairn.language.StreamId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class TenantSafetyTest {
    private final TestDatabase database = TestDatabase.fresh("eventstore");
    private final TestStore store = new TestStore(database);
    private final TenantDatabase tenants = new TenantDatabase(database.app());

    @BeforeEach
    void both_have_a_shop() {
        store.append(unit(ACME, "shop"), 0, added(), retired("ours"));
        store.append(unit(GLOBEX, "shop"), 0, added(), retired("theirs"));
        store.append(unit(GLOBEX, "other"), 0, added());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_tenant_reads_its_own_streams_only() {
        assertThat(store.reader().read(unit(ACME, "shop")))
                .allMatch(event -> event.tenant().equals(ACME));
        assertThat(store.reader().read(unit(ACME, "other"))).isEmpty();
        var theirs = unit(GLOBEX, "shop");
        assertThat(store.reader().read(new StreamId(ACME, theirs.type(), theirs.value())))
                .isEmpty();
    }

    @Test
    void without_a_tenant_there_are_no_rows() {
        var app = new JdbcTemplate(database.app());
        assertThat(app.queryForList("select * from eventstore.event")).isEmpty();
        assertThat(app.queryForList("select * from eventstore.event_text")).isEmpty();
        assertThatThrownBy(() -> app.queryForList(
                        "select set_config('app.tenant', 'nobody', false); select * from eventstore.event"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void any_query_sees_the_rows_of_its_tenant_only() {
        assertThat(tenants.<Long>read(ACME, TenantSafetyTest::events)).isEqualTo(2);
        assertThat(tenants.<Long>read(GLOBEX, TenantSafetyTest::events)).isEqualTo(3);
    }

    @Test
    void the_tenant_does_not_stay_on_the_connection() {
        for (var i = 0; i < 12; i++) {
            tenants.read(ACME, TenantSafetyTest::events);
            store.reader().read(unit(GLOBEX, "shop"));
            assertThat(new JdbcTemplate(database.app()).queryForList("select * from eventstore.event"))
                    .isEmpty();
        }
    }

    @Test
    void one_tenant_inside_another_stays_apart() {
        var counts = tenants.<String>read(ACME, mine -> {
            var theirs = tenants.<Long>read(GLOBEX, TenantSafetyTest::events);
            return theirs + " " + events(mine);
        });
        assertThat(counts).isEqualTo("3 2");
    }

    @Test
    void reading_writes_nothing() {
        assertThat(tenants.<String>read(
                        ACME,
                        client -> client.sql("show transaction_read_only")
                                .query(String.class)
                                .single()))
                .isEqualTo("on");
    }

    private static long events(JdbcClient client) {
        return client.sql("select count(*) from eventstore.event")
                .query(Long.class)
                .single();
    }
}
