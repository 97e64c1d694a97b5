package io.cairn.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.Channel;
import io.cairn.eventstore.NewEvent;
import io.cairn.eventstore.Origin;
import io.cairn.language.ActorId;
import io.cairn.language.Cadence;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.FreeText;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.Slug;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.TenantSettings;
import io.cairn.language.TransitionPolicy;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent.AssessmentCancelled;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import io.cairn.language.event.AssessmentEvent.AssessmentReopened;
import io.cairn.language.event.AssessmentEvent.AssessmentSubmitted;
import io.cairn.language.event.Event;
import io.cairn.language.event.TenantEvent.BenchmarkJoined;
import io.cairn.language.event.TenantEvent.BenchmarkLeft;
import io.cairn.language.event.TenantEvent.SettingsChanged;
import io.cairn.language.event.TenantEvent.TenantRegistered;
import io.cairn.language.event.UnitEvent.UnitAdded;
import io.cairn.language.event.UnitEvent.UnitMoved;
import io.cairn.language.event.UnitEvent.UnitRetired;
import io.cairn.platform.identity.Role;
import io.cairn.reporting.RunningReports.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tenant of a test, what happened to it, and what it gets to read; every read waits for what happened before. */
public final class Company {
    public static final ModelRef EGDI = ModelRef.of("egdi", "2.0.0");

    private final TenantId tenant;
    private final Map<StreamId, Long> versions = new HashMap<>();
    private final Map<Role, String> keys = new EnumMap<>(Role.class);
    private Origin origin = new Origin(new ActorId("key:facilitator"), Channel.API, new UUID(1, 2), null);
    private long position;

    private Company(TransitionPolicy policy, String yearStart) {
        var slug = new Slug("company-" + UUID.randomUUID());
        tenant = TenantId.of(slug);
        record(StreamId.tenant(tenant), new TenantRegistered(slug, "A company", settings(policy, yearStart)));
    }

    public static Company automatic() {
        return new Company(TransitionPolicy.AUTOMATIC, "01-01");
    }

    public static Company confirming() {
        return new Company(TransitionPolicy.CONFIRMED, "01-01");
    }

    public static Company whoseYearStarts(String yearStart) {
        return new Company(TransitionPolicy.AUTOMATIC, yearStart);
    }

    public TenantId tenant() {
        return tenant;
    }

    public long position() {
        return position;
    }

    public Company changesPolicyTo(TransitionPolicy policy) {
        return record(StreamId.tenant(tenant), new SettingsChanged("A company", settings(policy, "01-01")));
    }

    /** Lets its results count in benchmarks, compared by these. */
    public Company joinsBenchmark(@Nullable String industry, @Nullable String size, @Nullable String region) {
        var settings = settings(TransitionPolicy.AUTOMATIC, "01-01");
        var profile = new TenantSettings.CompanyProfile(industry, size, region);
        return record(
                StreamId.tenant(tenant),
                new SettingsChanged(
                        "A company",
                        new TenantSettings(
                                settings.fiscalYearStart(), settings.cadence(), settings.transitionPolicy(), profile)),
                new BenchmarkJoined());
    }

    public Company leavesBenchmark() {
        return record(StreamId.tenant(tenant), new BenchmarkLeft());
    }

    /** Who acts from now on. */
    public Company actingAs(String actor, Channel channel) {
        origin = new Origin(new ActorId(actor), channel, new UUID(1, 2), null);
        return this;
    }

    public Company unit(String code) {
        return unit(code, null);
    }

    public Company unit(String code, @Nullable String parent) {
        return record(
                StreamId.unit(tenant, new UnitCode(code)),
                new UnitAdded(new UnitCode(code), "Unit " + code, parent == null ? null : new UnitCode(parent)));
    }

    public Company moves(String code, @Nullable String parent) {
        return record(
                StreamId.unit(tenant, new UnitCode(code)),
                new UnitMoved(new UnitCode(code), parent == null ? null : new UnitCode(parent)));
    }

    public Company retires(String code, String lastDay) {
        return record(
                StreamId.unit(tenant, new UnitCode(code)),
                new UnitRetired(new UnitCode(code), LocalDate.parse(lastDay), FreeText.of("sold")));
    }

    public StreamId assessment(String unit, String period) {
        return StreamId.assessment(tenant, new UnitCode(unit), EGDI.key(), Period.parse(period));
    }

    public Company opens(String unit, String period) {
        return record(assessment(unit, period), new AssessmentOpened(new UnitCode(unit), EGDI, Period.parse(period)));
    }

    /** Opened when it was not yet, submitted and finalized with that stage; 0.1, 0.3, 0.6 or 0.8 is the score. */
    public Company finalizes(String unit, String period, int stage) {
        return finalizes(unit, period, EGDI, Results.atStage(stage));
    }

    public Company finalizes(String unit, String period, ModelRef model, io.cairn.language.Profile profile) {
        var stream = StreamId.assessment(tenant, new UnitCode(unit), model.key(), Period.parse(period));
        var events = new ArrayList<Event>();
        if (!versions.containsKey(stream))
            events.add(new AssessmentOpened(new UnitCode(unit), model, Period.parse(period)));
        events.add(new AssessmentSubmitted());
        events.add(new AssessmentFinalized(new UnitCode(unit), model, Period.parse(period), profile));
        return record(stream, events.toArray(Event[]::new));
    }

    public Company reopens(String unit, String period) {
        return record(assessment(unit, period), new AssessmentReopened(FreeText.of("a mistake")));
    }

    public Company cancels(String unit, String period) {
        return record(assessment(unit, period), new AssessmentCancelled(FreeText.of("not ours")));
    }

    public Decided decides(String unit, String period) {
        return new Decided(this, new UnitCode(unit), Period.parse(period));
    }

    public Company record(StreamId stream, Event... events) {
        var version = versions.getOrDefault(stream, 0L);
        var all = new ArrayList<NewEvent>();
        for (var event : events) all.add(new NewEvent(stream, version + all.size(), UUID.randomUUID(), event, origin));
        position = RunningReports.STORE.appender().append(all);
        versions.put(stream, version + events.length);
        return this;
    }

    /** New streams, all in one append. */
    public Company records(Map<StreamId, List<Event>> streams) {
        var all = new ArrayList<NewEvent>();
        streams.forEach((stream, events) -> {
            for (var i = 0; i < events.size(); i++)
                all.add(new NewEvent(stream, i, UUID.randomUUID(), events.get(i), origin));
            versions.put(stream, (long) events.size());
        });
        position = RunningReports.STORE.appender().append(all);
        return this;
    }

    public StreamId journey(UnitCode unit, ModelKey model) {
        return StreamId.journey(tenant, unit, model);
    }

    /** The time at which the last event was recorded. */
    public Instant now() {
        return JdbcClient.create(RunningReports.DATABASE.superuser())
                .sql("select recorded_at from eventstore.event where position = :position")
                .param("position", position)
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    public String key(Role role) {
        return keys.computeIfAbsent(role, it -> RunningReports.key(tenant, it));
    }

    public Reply get(String path) {
        return get(Role.ADMIN, path);
    }

    public Reply get(Role role, String path) {
        return get(role, path, "application/json");
    }

    public Reply get(Role role, String path, String accept) {
        var withPosition = path + (path.contains("?") ? "&" : "?") + "min-position=" + position;
        return RunningReports.get(key(role), withPosition, accept);
    }

    public Reply ok(String path) {
        var reply = get(path);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }

    public static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    public static List<String> texts(tools.jackson.databind.JsonNode items, String pointer) {
        var texts = new ArrayList<String>();
        for (var item : items) {
            var node = item.at(pointer);
            texts.add(node.isNull() || node.isMissingNode() ? null : node.asString());
        }
        return texts;
    }

    private static TenantSettings settings(TransitionPolicy policy, String yearStart) {
        return new TenantSettings(
                FiscalCalendar.parse(yearStart),
                Cadence.QUARTERLY,
                policy,
                new TenantSettings.CompanyProfile("retail", null, null));
    }
}
