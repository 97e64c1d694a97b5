package io.cairn.bench.plain;

import io.cairn.bench.database.BenchDatabase;
import io.cairn.bench.payload.CairnAnswers;
import io.cairn.eventstore.json.EventJson;
import java.sql.SQLException;

/** A table with the columns and keys of Cairn's event table, and nothing that guards it. */
final class PlainTable {
    static final EventJson.Form FORM = CairnAnswers.form();
    static final String METADATA = CairnAnswers.metadata();

    private PlainTable() {}

    static void createIn(BenchDatabase database) throws SQLException {
        database.execute("""
                create table if not exists plain.event (
                    position bigint generated always as identity primary key,
                    tenant_id uuid not null,
                    stream_type text not null,
                    stream_id uuid not null,
                    version bigint not null,
                    event_id uuid not null,
                    name text not null,
                    revision integer not null,
                    payload jsonb not null,
                    metadata jsonb not null,
                    recorded_at timestamptz not null,
                    unique (tenant_id, stream_id, version)
                );
                alter table plain.event owner to peer;
                """);
    }
}
