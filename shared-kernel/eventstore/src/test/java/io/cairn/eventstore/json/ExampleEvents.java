package io.cairn.eventstore.json;

import io.cairn.language.ActionPlan;
import io.cairn.language.ActorId;
import io.cairn.language.Aim;
import io.cairn.language.Answer;
import io.cairn.language.AnswerSource;
import io.cairn.language.AnswerValue;
import io.cairn.language.Cadence;
import io.cairn.language.CarriedAnswer;
import io.cairn.language.Comparison;
import io.cairn.language.CyclePlan;
import io.cairn.language.CycleScope;
import io.cairn.language.DimensionKey;
import io.cairn.language.DimensionStage;
import io.cairn.language.Direction;
import io.cairn.language.Evidence;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.language.ReminderDays;
import io.cairn.language.Response;
import io.cairn.language.Slug;
import io.cairn.language.StageRef;
import io.cairn.language.StageUnder;
import io.cairn.language.TenantSettings;
import io.cairn.language.TransitionCause;
import io.cairn.language.TransitionPolicy;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.CycleEvent;
import io.cairn.language.event.Event;
import io.cairn.language.event.JourneyEvent;
import io.cairn.language.event.ModelEvent;
import io.cairn.language.event.RoadmapEvent;
import io.cairn.language.event.TenantEvent;
import io.cairn.language.event.UnitEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One of each event, with every field filled. */
final class ExampleEvents {
    private static final UnitCode UNIT = new UnitCode("NL-retail");
    private static final ModelRef MODEL = ModelRef.of("egdi", "1.0.0");
    private static final Period PERIOD = Period.parse("2026-Q4");
    private static final QuestionKey QUESTION = new QuestionKey("q1.a");
    private static final UUID PROPOSAL = UUID.fromString("11111111-1111-5111-8111-111111111111");
    private static final UUID ASSESSMENT = UUID.fromString("22222222-2222-5222-8222-222222222222");
    private static final ActorId ACTOR = new ActorId("key:33333333-3333-4333-8333-333333333333");
    private static final AnswerSource SOURCE = new AnswerSource(ACTOR, Instant.parse("2026-11-30T09:30:15.123456Z"));
    private static final TenantSettings SETTINGS = new TenantSettings(
            FiscalCalendar.parse("04-01"),
            Cadence.HALF_YEARLY,
            TransitionPolicy.CONFIRMED,
            new TenantSettings.CompanyProfile("retail", "large", "BE"));
    private static final Answer NUMBER = new Answer(
            new Response.Given(AnswerValue.of(0.65)),
            FreeText.of("Because Eve says so, \"naïvely\" \uD83D\uDE00"),
            List.of(new Evidence("https://example.org/a?b=c", FreeText.of("Eve's report"), LocalDate.of(2027, 2, 28))),
            4);
    private static final Answer OPTION = Answer.of(AnswerValue.of("weekly"));
    private static final Answer TRUTH = Answer.of(AnswerValue.of(true));
    private static final Answer NOT_APPLICABLE = Answer.notApplicable("No shop in this market");

    static final List<Event> ALL = List.of(
            new TenantEvent.TenantRegistered(new Slug("acme"), "Acme & Söhne", SETTINGS),
            new TenantEvent.SettingsChanged("Acme", SETTINGS),
            new TenantEvent.CyclesPlanned(
                    List.of(new CyclePlan(MODEL, new CycleScope(UNIT, List.of()), ReminderDays.DEFAULT))),
            new TenantEvent.BenchmarkJoined(),
            new TenantEvent.BenchmarkLeft(),
            new TenantEvent.TenantClosed(FreeText.of("Eve has sold the company")),
            new UnitEvent.UnitAdded(UNIT, "Retail", new UnitCode("NL")),
            new UnitEvent.UnitRenamed(UNIT, "Retail & Web"),
            new UnitEvent.UnitMoved(UNIT, new UnitCode("EU")),
            new UnitEvent.UnitRetired(UNIT, LocalDate.of(2026, 12, 31), FreeText.of("sold to Mallory")),
            new ModelEvent.ModelDrafted(MODEL, "key: egdi\nversion: 1.0.0\n", "abc"),
            new ModelEvent.ModelVersionPublished(MODEL, "key: egdi\nversion: 1.0.0\n", "abc"),
            new ModelEvent.ModelVersionRetired(MODEL),
            new AssessmentEvent.AssessmentOpened(
                    UNIT,
                    MODEL,
                    PERIOD,
                    Period.parse("2026-Q3"),
                    ModelVersion.parse("0.9.0"),
                    List.of(new CarriedAnswer(QUESTION, NUMBER))),
            new AssessmentEvent.RespondentAssigned(ACTOR, List.of(new DimensionKey("data"))),
            new AssessmentEvent.RespondentUnassigned(ACTOR, FreeText.of("Eve left")),
            new AssessmentEvent.AnswerRecorded(QUESTION, NUMBER, SOURCE),
            new AssessmentEvent.AnswerChanged(QUESTION, NOT_APPLICABLE, OPTION, FreeText.of("opened a shop"), SOURCE),
            new AssessmentEvent.AnswerConfirmed(QUESTION, NUMBER),
            new AssessmentEvent.AnswerWithdrawn(QUESTION, TRUTH, FreeText.of("a mistake")),
            new AssessmentEvent.AnswerAgreed(QUESTION, OPTION, NUMBER, FreeText.of("we talked")),
            new AssessmentEvent.ConsensusRoundStarted(QUESTION, TRUTH, FreeText.of("too far apart")),
            new AssessmentEvent.PointsOverridden(
                    QUESTION, new BigDecimal("2"), new BigDecimal("1.5"), FreeText.of("weak evidence")),
            new AssessmentEvent.AssessmentSubmitted(),
            new AssessmentEvent.AssessmentReturned(FreeText.of("three answers are missing")),
            new AssessmentEvent.AssessmentFinalized(UNIT, MODEL, PERIOD, profile(), null, comparison()),
            new AssessmentEvent.AssessmentReopened(FreeText.of("an auditor asked")),
            new AssessmentEvent.AssessmentCancelled(FreeText.of("opened by mistake")),
            new JourneyEvent.StageProposed(
                    PROPOSAL,
                    UNIT,
                    MODEL,
                    PERIOD,
                    ASSESSMENT,
                    new StageRef(3, "defined"),
                    List.of(new DimensionStage(new DimensionKey("data"), new StageRef(2, "managed"))),
                    null,
                    UUID.fromString("44444444-4444-5444-8444-444444444444")),
            new JourneyEvent.StageTransitioned(
                    PROPOSAL,
                    UNIT,
                    MODEL,
                    PERIOD,
                    new StageRef(1, "initial"),
                    new StageRef(3, "defined"),
                    Direction.ADVANCE,
                    List.of(new StageRef(2, "managed")),
                    TransitionCause.CORRECTION,
                    ACTOR,
                    true,
                    FreeText.of("seen on site")),
            new JourneyEvent.StageHeld(
                    PROPOSAL, UNIT, MODEL, PERIOD, new StageRef(1, "initial"), ACTOR, FreeText.of("too early")),
            new JourneyEvent.StageRejected(PROPOSAL, UNIT, MODEL, PERIOD, ACTOR, FreeText.of("wrong unit")),
            new JourneyEvent.TargetSet(
                    UNIT,
                    MODEL,
                    new DimensionKey("data"),
                    PERIOD,
                    new StageRef(3, "defined"),
                    FreeText.of("Eve promised it")),
            new JourneyEvent.TargetWithdrawn(UNIT, MODEL, new DimensionKey("data"), PERIOD),
            new JourneyEvent.TargetReached(
                    UNIT,
                    MODEL,
                    new DimensionKey("data"),
                    PERIOD,
                    new StageRef(2, "managed"),
                    Period.parse("2027-Q1"),
                    new StageRef(3, "defined")),
            new JourneyEvent.TargetMissed(
                    UNIT,
                    MODEL,
                    new DimensionKey("data"),
                    PERIOD,
                    new StageRef(3, "defined"),
                    new StageRef(1, "initial")),
            new JourneyEvent.TargetReopened(UNIT, MODEL, new DimensionKey("data"), PERIOD, new StageRef(3, "defined")),
            new CycleEvent.CycleOpened(
                    MODEL,
                    PERIOD,
                    LocalDate.of(2026, 10, 1),
                    LocalDate.of(2026, 12, 31),
                    new CycleScope(null, List.of(UNIT, new UnitCode("NL"))),
                    ReminderDays.DEFAULT),
            new CycleEvent.CycleClosed(FreeText.of("Eve has left")),
            new RoadmapEvent.ActionPlanned(PROPOSAL, UNIT, MODEL, plan("Eve joins the addresses", 3)),
            new RoadmapEvent.ActionChanged(
                    PROPOSAL, plan("Eve joins the addresses", 3), plan("Adam joins the addresses", 4)),
            new RoadmapEvent.ActionStarted(PROPOSAL, FreeText.of("Eve has time")),
            new RoadmapEvent.ActionCompleted(PROPOSAL, FreeText.of("Eve says so")),
            new RoadmapEvent.ActionDropped(PROPOSAL, FreeText.of("Eve has left")));

    /** What joined an event later and may be left out: the contract of the same revision knows it or not. */
    static final Map<String, Event> WITH_MORE = Map.of(
            "AnswerRecorded.1.vote", new AssessmentEvent.AnswerRecorded(QUESTION, OPTION, null, ACTOR),
            "AnswerChanged.1.vote", new AssessmentEvent.AnswerChanged(QUESTION, OPTION, TRUTH, null, null, ACTOR),
            "AnswerWithdrawn.1.vote", new AssessmentEvent.AnswerWithdrawn(QUESTION, TRUTH, null, ACTOR),
            "AssessmentFinalized.1.panel",
                    new AssessmentEvent.AssessmentFinalized(UNIT, MODEL, PERIOD, ofPanel(profile())),
            "StageProposed.version",
                    new JourneyEvent.StageProposed(
                            PROPOSAL,
                            UNIT,
                            MODEL,
                            PERIOD,
                            ASSESSMENT,
                            new StageRef(3, "defined"),
                            List.of(),
                            new StageUnder(ModelRef.of("egdi", "0.9.0"), new StageRef(2, "managed")),
                            null),
            "AssessmentFinalized.1.mended",
                    new AssessmentEvent.AssessmentFinalized(UNIT, MODEL, PERIOD, ifMended(profile())));

    private ExampleEvents() {}

    private static Comparison comparison() {
        return new Comparison(
                ModelRef.of("egdi", "0.9.0"),
                ASSESSMENT,
                17,
                Period.parse("2026-Q3"),
                new Comparison.Result(2.5, 4.0, 0.625, new StageRef(3, "defined")),
                new Comparison.Result(2.0, 4.0, 0.5, new StageRef(3, "defined")),
                new Comparison.Result(1.75, 4.0, 0.4375, new StageRef(2, "managed")),
                0.9);
    }

    private static ActionPlan plan(String title, int impact) {
        return new ActionPlan(
                FreeText.of(title),
                ACTOR,
                PERIOD,
                List.of(
                        new Aim(QUESTION, AnswerValue.of("weekly")),
                        new Aim(new QuestionKey("q2"), AnswerValue.of(0.8)),
                        new Aim(new QuestionKey("q3"), AnswerValue.of(true))),
                impact,
                2);
    }

    private static Profile ifMended(Profile profile) {
        var it = profile.overall();
        return new Profile(
                new Profile.Overall(
                        it.score(), it.max(), it.stage(), it.undetermined(), it.coverage(), new StageRef(3, "defined")),
                profile.dimensions(),
                profile.views(),
                profile.blocking(),
                profile.confidence());
    }

    private static Profile ofPanel(Profile profile) {
        return profile.with(new Profile.Confidence(
                0.9,
                4.5,
                0.75,
                null,
                new Profile.Panel(
                        2,
                        "no-variation",
                        1.0,
                        List.of(
                                new Profile.StageChance(new StageRef(2, "managed"), 0.75),
                                new Profile.StageChance(null, 0.25)))));
    }

    private static Profile profile() {
        var stage = new Profile.Stage(2, "managed", 0.25);
        return new Profile(
                new Profile.Overall(1.75, 4.0, stage, "why not", 0.9),
                List.of(new Profile.Dimension(
                        new DimensionKey("data"),
                        "technology",
                        2.5,
                        4.0,
                        stage,
                        "too few answers",
                        1.0,
                        List.of(new Profile.Skipped(1, "initial", 0.5, List.of(QUESTION))),
                        new StageRef(3, "defined"))),
                List.of(new Profile.View("technology", 2.5, 4.0, stage, "a gap", 1.0)),
                List.of(new Profile.Blocking(QUESTION, new DimensionKey("data"), 3, 0.125)),
                new Profile.Confidence(0.9, 4.5, 0.75, 0.5));
    }
}
