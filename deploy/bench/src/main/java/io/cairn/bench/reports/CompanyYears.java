package io.cairn.bench.reports;

import io.cairn.eventstore.Channel;
import io.cairn.eventstore.NewEvent;
import io.cairn.eventstore.Origin;
import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Cadence;
import io.cairn.language.Direction;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.language.StageRef;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.TenantSettings;
import io.cairn.language.TenantSettings.CompanyProfile;
import io.cairn.language.TransitionCause;
import io.cairn.language.TransitionPolicy;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import io.cairn.language.event.AssessmentEvent.AssessmentSubmitted;
import io.cairn.language.event.Event;
import io.cairn.language.event.JourneyEvent.StageHeld;
import io.cairn.language.event.JourneyEvent.StageProposed;
import io.cairn.language.event.JourneyEvent.StageTransitioned;
import io.cairn.language.event.TenantEvent.TenantRegistered;
import io.cairn.language.event.UnitEvent.UnitAdded;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Scoring;
import io.cairn.maturity.ShippedModels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All events of one company: its units answer the E-Government index, better most quarters and worse in some. */
final class CompanyYears {
    static final ModelRef EGDI = ModelRef.of("egdi", "2.0.0");
    static final Period LAST = Period.parse("2026-Q4");

    private static final MaturityModel MODEL =
            ShippedModels.find(EGDI).orElseThrow().model();
    private static final List<QuestionKey> QUESTIONS =
            List.copyOf(MODEL.questions().keySet());
    private static final FiscalCalendar CALENDAR = FiscalCalendar.parse("01-01");
    private static final Origin ORIGIN =
            new Origin(new ActorId("key:bench"), Channel.IMPORT, new UUID(0x0197_0000_0000_7000L, 43), null);

    private final TenantId tenant;
    private final int company;
    private final int units;
    private final Random random;
    private final Map<StreamId, Integer> lengths = new HashMap<>();
    private final List<NewEvent> events = new ArrayList<>();

    CompanyYears(TenantId tenant, int company, int units) {
        this.tenant = tenant;
        this.company = company;
        this.units = units;
        this.random = new Random(company);
    }

    List<NewEvent> events() {
        var profile = new CompanyProfile(
                List.of("retail", "finance", "public").get(company % 3),
                List.of("small", "medium", "large").get(company / 3 % 3),
                List.of("BE", "NL", "FR").get(company / 9 % 3));
        add(
                StreamId.tenant(tenant),
                new TenantRegistered(
                        Companies.slug(company),
                        "Company " + company,
                        new TenantSettings(CALENDAR, Cadence.QUARTERLY, TransitionPolicy.AUTOMATIC, profile)));
        for (var unit = 0; unit < units; unit++) {
            var parent = unit == 0 ? null : code((unit - 1) / 10);
            add(StreamId.unit(tenant, code(unit)), new UnitAdded(code(unit), "Unit " + unit, parent));
        }
        for (var unit = 0; unit < units; unit++) years(code(unit), Companies.quarters(company, unit));
        return events;
    }

    static UnitCode code(int unit) {
        return new UnitCode("unit-" + unit);
    }

    private void years(UnitCode unit, int quarters) {
        var period = LAST;
        for (var back = 1; back < quarters; back++) period = period.previous();
        var level = random.nextDouble() * 0.5;
        StageRef stage = null;
        for (var quarter = 0; quarter < quarters; quarter++, period = period.next()) {
            level = Math.clamp(level + random.nextGaussian() * 0.08 + 0.02, 0.01, 0.99);
            stage = quarter(unit, period, level, stage);
        }
    }

    /** @return the stage after it */
    private StageRef quarter(UnitCode unit, Period period, double level, @Nullable StageRef before) {
        var stream = StreamId.assessment(tenant, unit, EGDI.key(), period);
        var answers = new LinkedHashMap<QuestionKey, AgreedAnswer>();
        add(stream, new AssessmentOpened(unit, EGDI, period));
        for (var question : QUESTIONS) {
            var value = Math.clamp(level + random.nextGaussian() * 0.1, 0, 1);
            var answer = Answer.of(AnswerValue.of(
                    BigDecimal.valueOf(Math.round(value * 1000), 3).doubleValue()));
            answers.put(question, AgreedAnswer.of(answer));
            add(stream, new AnswerRecorded(question, answer, null));
        }
        add(stream, new AssessmentSubmitted());
        var profile = Scoring.profile(MODEL, answers, CALENDAR.lastDay(period));
        add(stream, new AssessmentFinalized(unit, EGDI, period, profile));
        return moved(unit, period, stream, profile, before);
    }

    private StageRef moved(
            UnitCode unit, Period period, StreamId assessment, Profile profile, @Nullable StageRef before) {
        var found = profile.overall().stage();
        if (found == null) throw new IllegalStateException("the index always has a stage");
        var now = new StageRef(found.ordinal(), found.key());
        var journey = StreamId.journey(tenant, unit, EGDI.key());
        var proposal = new UUID(assessment.value().getMostSignificantBits(), period.hashCode());
        add(journey, new StageProposed(proposal, unit, EGDI, period, assessment.value(), now));
        add(
                journey,
                now.equals(before) ? held(proposal, unit, period, now) : told(proposal, unit, period, before, now));
        return now;
    }

    private static Event held(UUID proposal, UnitCode unit, Period period, StageRef stage) {
        return new StageHeld(proposal, unit, EGDI, period, stage, null, null);
    }

    private static Event told(UUID proposal, UnitCode unit, Period period, @Nullable StageRef from, StageRef to) {
        var direction = from == null
                ? Direction.INITIAL
                : to.ordinal() > from.ordinal() ? Direction.ADVANCE : Direction.REGRESS;
        return new StageTransitioned(
                proposal,
                unit,
                EGDI,
                period,
                from,
                to,
                direction,
                List.of(),
                TransitionCause.ASSESSMENT,
                null,
                false,
                null);
    }

    private void add(StreamId stream, Event event) {
        var version = lengths.merge(stream, 1, Integer::sum) - 1;
        events.add(new NewEvent(stream, version, new UUID(random.nextLong(), random.nextLong()), event, ORIGIN));
    }
}
