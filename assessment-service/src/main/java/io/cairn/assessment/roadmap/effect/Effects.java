package io.cairn.assessment.roadmap.effect;

import io.cairn.assessment.model.Models;
import io.cairn.assessment.roadmap.Course;
import io.cairn.assessment.roadmap.PastAssessments;
import io.cairn.assessment.roadmap.Roadmaps;
import io.cairn.assessment.roadmap.effect.EffectBody.At;
import io.cairn.assessment.roadmap.effect.EffectBody.Moved;
import io.cairn.assessment.tenant.Tenants;
import io.cairn.eventstore.StoredEvent;
import io.cairn.language.Aim;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.ModelKey;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.maturity.Figures;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Scoring;
import io.cairn.maturity.Worth;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares what was answered when actions were planned with what was answered once they were done. */
@Component
final class Effects {
    private static final int YEARS = 5;

    private final PastAssessments past;
    private final Models models;
    private final Tenants tenants;
    private final Clock clock;

    Effects(PastAssessments past, Models models, Tenants tenants, Clock clock) {
        this.past = past;
        this.models = models;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** In the order in which the actions were planned. */
    List<EffectBody> of(TenantId tenant, UnitCode unit, ModelKey model, Roadmaps.Found roadmap) {
        var year = LocalDate.now(clock).getYear();
        var began = LocalDate.ofInstant(roadmap.events().getFirst().recordedAt(), clock.getZone())
                .getYear();
        var finalized = Finalization.of(past.latestFirst(tenant, unit, model, began - YEARS, year + 1));
        var calendar = tenants.settings(tenant).fiscalYearStart();
        return roadmap.courses().stream()
                .flatMap(course ->
                        course
                                .completed()
                                .map(completed -> effect(tenant, course, completed, finalized, calendar))
                                .stream())
                .toList();
    }

    /**
     * Before is the latest period finalized when the action was planned, for that is what it was planned on. After is
     * what is finalized first since its completion, of a later period: a correction of the past tells nothing of it.
     */
    private EffectBody effect(
            TenantId tenant,
            Course course,
            StoredEvent completed,
            List<Finalization> finalized,
            FiscalCalendar calendar) {
        var before = finalized.stream()
                .filter(it -> it.isBefore(course.planned()))
                .max(Comparator.comparing(Finalization::period));
        var after = finalized.stream()
                .filter(it -> it.after(completed) < Long.MAX_VALUE)
                .filter(it ->
                        before.isEmpty() || it.period().compareTo(before.get().period()) > 0)
                .min(Comparator.comparing(it -> it.after(completed)));
        var questions = course.action().plan().aims().stream()
                .map(aim -> moved(tenant, aim, before, after, calendar))
                .toList();
        return new EffectBody(
                course.action().id(),
                course.action().plan().title(),
                completed.recordedAt(),
                before.map(At::of).orElse(null),
                after.map(At::of).orElse(null),
                count(questions),
                questions);
    }

    private Moved moved(
            TenantId tenant,
            Aim aim,
            Optional<Finalization> before,
            Optional<Finalization> after,
            FiscalCalendar calendar) {
        var from = before.flatMap(it -> worth(tenant, aim, it, calendar)).orElse(null);
        var told = from != null && from.answered() ? Figures.shown(from.counted()) : null;
        if (after.isEmpty()) return new Moved(aim.question(), aim.value(), told, null, null, null);
        var model = models.published(tenant, after.get().state().model());
        var to = worth(tenant, aim, after.get(), calendar).orElse(null);
        var movement = movement(from, to);
        var counts = to != null && to.answered() ? Figures.shown(to.counted()) : null;
        return new Moved(aim.question(), aim.value(), told, counts, movement, reached(aim, model, to));
    }

    /** Nothing when the version of the model does not ask it. */
    private Optional<Worth> worth(TenantId tenant, Aim aim, Finalization at, FiscalCalendar calendar) {
        var model = models.published(tenant, at.state().model());
        return model.question(aim.question())
                .map(question -> Scoring.worth(
                        model,
                        question,
                        at.state().answer(aim.question()).orElse(null),
                        calendar.lastDay(at.period())));
    }

    static Movement movement(@Nullable Worth from, @Nullable Worth to) {
        if (to == null) return Movement.QUESTION_GONE;
        if (!to.applies()) return Movement.NOT_APPLICABLE;
        if (!to.answered()) return Movement.NOT_ANSWERED;
        if (from == null || !from.answered()) return Movement.FIRST_ANSWERED;
        if (to.counted() > from.counted() + Figures.TOLERANCE) return Movement.MOVED_UP;
        return to.counted() < from.counted() - Figures.TOLERANCE ? Movement.MOVED_DOWN : Movement.UNCHANGED;
    }

    /** False where another version of the model has another scale that does not hold what was wanted. */
    private static boolean reached(Aim aim, MaturityModel model, @Nullable Worth to) {
        if (to == null || !to.answered()) return false;
        try {
            var scale = model.question(aim.question()).orElseThrow().scale();
            return Figures.atLeast(to.counted(), scale.value(scale.accept(aim.value())));
        } catch (io.cairn.language.InvalidValue e) {
            return false;
        }
    }

    static Map<Movement, Integer> count(List<Moved> questions) {
        var counts = new EnumMap<Movement, Integer>(Movement.class);
        questions.stream()
                .map(Moved::movement)
                .filter(Objects::nonNull)
                .forEach(movement -> counts.merge(movement, 1, Integer::sum));
        return counts;
    }
}
