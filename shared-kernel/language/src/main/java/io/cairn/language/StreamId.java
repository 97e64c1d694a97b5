package io.cairn.language;

import java.util.UUID;

/**
 * One stream of one tenant. The id follows from the natural key, so that opening the same thing twice meets the
 * first one's stream and needs no separate uniqueness check.
 */
public record StreamId(TenantId tenant, StreamType type, UUID value) {
    public static StreamId tenant(TenantId tenant) {
        return new StreamId(tenant, StreamType.TENANT, tenant.value());
    }

    public static StreamId unit(TenantId tenant, UnitCode code) {
        return named(tenant, StreamType.UNIT, code.value());
    }

    public static StreamId model(TenantId tenant, ModelKey key) {
        return named(tenant, StreamType.MODEL, key.value());
    }

    /** The model's key only: a unit has one assessment of a model in a period, whatever the version. */
    public static StreamId assessment(TenantId tenant, UnitCode unit, ModelKey model, Period period) {
        return named(tenant, StreamType.ASSESSMENT, unit.value(), model.value(), period.toString());
    }

    public static StreamId journey(TenantId tenant, UnitCode unit, ModelKey model) {
        return named(tenant, StreamType.JOURNEY, unit.value(), model.value());
    }

    /** The model's key only: a tenant has one cycle of a model in a period, whatever the version. */
    public static StreamId cycle(TenantId tenant, ModelKey model, Period period) {
        return named(tenant, StreamType.CYCLE, model.value(), period.toString());
    }

    /** The model's key only: a roadmap goes on when the unit moves to a new version. */
    public static StreamId roadmap(TenantId tenant, UnitCode unit, ModelKey model) {
        return named(tenant, StreamType.ROADMAP, unit.value(), model.value());
    }

    /** The id of something within the stream that has a natural key but no stream of its own. */
    public UUID part(String... key) {
        var parts = new String[key.length + 1];
        parts[0] = value.toString();
        System.arraycopy(key, 0, parts, 1, key.length);
        return NameBased.uuid(parts);
    }

    private static StreamId named(TenantId tenant, StreamType type, String... key) {
        var parts = new String[key.length + 2];
        parts[0] = tenant.toString();
        parts[1] = type.name();
        System.arraycopy(key, 0, parts, 2, key.length);
        return new StreamId(tenant, type, NameBased.uuid(parts));
    }
}
