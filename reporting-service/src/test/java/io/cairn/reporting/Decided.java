package io.cairn.reporting;

import io.cairn.language.ActorId;
import io.cairn.language.Direction;
import io.cairn.language.FreeText;
import io.cairn.language.Period;
import io.cairn.language.StageRef;
import io.cairn.language.TransitionCause;
import io.cairn.language.UnitCode;
import io.cairn.language.event.Event;
import io.cairn.language.event.JourneyEvent.StageHeld;
import io.cairn.language.event.JourneyEvent.StageProposed;
import io.cairn.language.event.JourneyEvent.StageRejected;
import io.cairn.language.event.JourneyEvent.StageTransitioned;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a journey decides on one period, under {@link Company#EGDI}. */
public final class Decided {
    private final Company company;
    private final UnitCode unit;
    private final Period period;
    private String attempt = "1";

    Decided(Company company, UnitCode unit, Period period) {
        this.company = company;
        this.unit = unit;
        this.period = period;
    }

    /** A proposal after another one for the same period. */
    public Decided again(String attempt) {
        this.attempt = attempt;
        return this;
    }

    public Company proposed(int stage) {
        return record(new StageProposed(
                proposal(),
                unit,
                Company.EGDI,
                period,
                company.assessment(unit.value(), period.toString()).value(),
                Results.ref(stage)));
    }

    /** What the first attempt found, proposed once more since a past period was corrected. */
    public Company proposedAgain(int stage) {
        return record(new StageProposed(
                proposal(attempt),
                unit,
                Company.EGDI,
                period,
                company.assessment(unit.value(), period.toString()).value(),
                Results.ref(stage),
                List.of(),
                null,
                proposal("1")));
    }

    /** By a person. */
    public Company correctedBy(String by, @Nullable Integer from, int to) {
        return moved(from, to, TransitionCause.CORRECTION, by, false, null);
    }

    public Company taken(@Nullable Integer from, int to) {
        return moved(from, to, TransitionCause.ASSESSMENT, null, false, null);
    }

    public Company corrected(@Nullable Integer from, int to) {
        return moved(from, to, TransitionCause.CORRECTION, null, false, null);
    }

    /** By a new version of the model. */
    public Company movedByTheModel(int from, int to) {
        return moved(from, to, TransitionCause.MODEL_VERSION, null, false, null);
    }

    public Company overridden(@Nullable Integer from, int to, String by, String reason) {
        return moved(from, to, TransitionCause.ASSESSMENT, by, true, reason);
    }

    public Company held(@Nullable Integer stage, @Nullable String by, @Nullable String reason) {
        return record(new StageHeld(
                proposal(),
                unit,
                Company.EGDI,
                period,
                stage == null ? null : Results.ref(stage),
                by == null ? null : new ActorId(by),
                reason == null ? null : FreeText.of(reason)));
    }

    public Company rejected(String by, String reason) {
        return record(new StageRejected(proposal(), unit, Company.EGDI, period, new ActorId(by), FreeText.of(reason)));
    }

    private Company moved(
            @Nullable Integer from,
            int to,
            TransitionCause cause,
            @Nullable String by,
            boolean overridden,
            @Nullable String reason) {
        List<StageRef> skipped = from == null
                ? List.of()
                : IntStream.range(from + 1, to).mapToObj(Results::ref).toList();
        return record(new StageTransitioned(
                proposal(),
                unit,
                Company.EGDI,
                period,
                from == null ? null : Results.ref(from),
                Results.ref(to),
                from == null ? Direction.INITIAL : to > from ? Direction.ADVANCE : Direction.REGRESS,
                skipped,
                cause,
                by == null ? null : new ActorId(by),
                overridden,
                reason == null ? null : FreeText.of(reason)));
    }

    private UUID proposal() {
        return proposal(attempt);
    }

    private UUID proposal(String attempt) {
        return UUID.nameUUIDFromBytes((unit + " " + period + " " + attempt).getBytes(StandardCharsets.UTF_8));
    }

    private Company record(Event event) {
        return company.record(company.journey(unit, Company.EGDI.key()), event);
    }
}
