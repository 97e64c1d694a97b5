package io.cairn.assessment.board;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.ModelKey;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where each unit stands under each model: the stage of its latest decided period. */
final class MaturityList {
    private static final String SQL = """
            with page as (
                select distinct unit, model_key from assessment.journey_period
                where (cast(:unit as text) is null or unit = :unit) and (cast(:model as text) is null or model_key = :model)
                and (unit, model_key) > (:afterUnit, :afterModel)
                order by unit, model_key limit :atMost)
            select page.unit, page.model_key, now.model_version, now.period, now.stage_ordinal, now.stage_key,
                now.decided_at, begin.period as since, waiting.proposal, waiting.period as proposed_period,
                waiting.proposed_ordinal, waiting.proposed_key
            from page
            left join lateral (
                select * from assessment.journey_period p
                where p.unit = page.unit and p.model_key = page.model_key and p.stage_key is not null
                order by period_end desc, period_months desc limit 1) now on true
            left join lateral (
                select p.period from assessment.journey_period p
                where p.unit = page.unit and p.model_key = page.model_key and p.stage_key = now.stage_key
                and not exists (
                    select from assessment.journey_period other
                    where other.unit = page.unit and other.model_key = page.model_key
                    and other.stage_key <> now.stage_key
                    and (other.period_end, other.period_months) > (p.period_end, p.period_months))
                order by p.period_end, p.period_months limit 1) begin on true
            left join lateral (
                select * from assessment.journey_period p
                where p.unit = page.unit and p.model_key = page.model_key and p.proposal is not null
                order by period_end desc, period_months desc limit 1) waiting on true
            order by page.unit, page.model_key""";

    private final TenantDatabase database;

    MaturityList(TenantDatabase database) {
        this.database = database;
    }

    /**
     * @param stage null while nothing is decided
     * @param period the latest decided period
     * @param since the first period of the unbroken run at this stage
     * @param proposal the latest that waits for a decision
     */
    record Item(
            UnitCode unit,
            ModelKey model,
            @Nullable String version,
            @Nullable StageBody stage,
            @Nullable String period,
            @Nullable String since,
            @Nullable Instant decidedAt,
            @Nullable Proposal proposal) {}

    record Proposal(UUID id, String period, StageBody stage) {}

    /** @param after unit and model behind which to begin, null at the beginning */
    List<Item> behind(
            TenantId tenant,
            @Nullable UnitCode unit,
            @Nullable ModelKey model,
            @Nullable List<String> after,
            int atMost) {
        return database.read(
                tenant,
                jdbc -> jdbc.sql(SQL)
                        .param("unit", unit == null ? null : unit.value())
                        .param("model", model == null ? null : model.value())
                        .param("afterUnit", after == null ? "" : after.get(0))
                        .param("afterModel", after == null ? "" : after.get(1))
                        .param("atMost", atMost)
                        .query(MaturityList::item)
                        .list());
    }

    static List<String> key(Item item) {
        return List.of(item.unit().value(), item.model().value());
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        var decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        var proposal = row.getObject("proposal", UUID.class);
        return new Item(
                new UnitCode(row.getString("unit")),
                new ModelKey(row.getString("model_key")),
                row.getString("model_version"),
                StageBody.of(row.getObject("stage_ordinal", Integer.class), row.getString("stage_key")),
                row.getString("period"),
                row.getString("since"),
                decidedAt == null ? null : decidedAt.toInstant(),
                proposal == null
                        ? null
                        : new Proposal(
                                proposal,
                                row.getString("proposed_period"),
                                new StageBody(row.getInt("proposed_ordinal"), row.getString("proposed_key"))));
    }
}
