package io.cairn.assessment.roadmap.amending;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cairn.language.ActionPlan;
import io.cairn.language.ActorId;
import io.cairn.language.Aim;
import io.cairn.language.FreeText;
import io.cairn.language.InvalidValue;
import io.cairn.language.Period;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.platform.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What changes of an action; what is left out stays. No record, which could not tell an owner left out from none. */
final class ActionPatch {
    private @Nullable FreeText title;
    private @Nullable Period due;
    private @Nullable List<Aim> questions;
    private boolean handsOver;
    private @Nullable ActorId owner;
    private boolean rates;
    private @Nullable Integer impact;
    private boolean eases;
    private @Nullable Integer ease;
    private @Nullable Step status;
    private @Nullable FreeText reason;

    /** What an action can be made. */
    enum Step {
        STARTED,
        DONE,
        DROPPED
    }

    /** Details before the step, so that an action can be described and completed at once. */
    List<ActionChange> changes() {
        check();
        var changes = new ArrayList<ActionChange>();
        if (title != null || due != null || questions != null || handsOver || rates || eases)
            changes.add(new ChangeAction(this::changed));
        if (status != null) changes.add(step(status));
        return changes;
    }

    private ActionChange step(Step step) {
        return switch (step) {
            case STARTED -> new StartAction(reason);
            case DONE -> new CompleteAction(reason);
            case DROPPED -> {
                if (reason == null)
                    throw new Rejected(new Rejection.ReasonRequired("whoever drops an action says why"));
                yield new DropAction(reason);
            }
        };
    }

    private ActionPlan changed(ActionPlan plan) {
        return new ActionPlan(
                Objects.requireNonNullElse(title, plan.title()),
                handsOver ? owner : plan.owner(),
                Objects.requireNonNullElse(due, plan.due()),
                Objects.requireNonNullElse(questions, plan.aims()),
                rates ? impact : plan.impact(),
                eases ? ease : plan.ease());
    }

    /** What is wrong with it is wrong of any plan. Only a step keeps a reason. */
    private void check() {
        if (reason != null && status == null)
            throw Problem.invalidBody("/reason", "A reason is given for a status, and there is none.")
                    .exception();
        try {
            changed(new ActionPlan(FreeText.of("any"), null, Period.parse("2026"), List.of(), null, null));
        } catch (InvalidValue e) {
            throw Problem.invalidBody("", String.valueOf(e.getMessage())).exception();
        }
    }

    @JsonProperty
    void setTitle(@Nullable FreeText title) {
        this.title = title;
    }

    @JsonProperty
    void setDue(@Nullable Period due) {
        this.due = due;
    }

    @JsonProperty
    void setQuestions(@Nullable List<Aim> questions) {
        this.questions = questions;
    }

    @JsonProperty
    void setOwner(@Nullable ActorId owner) {
        this.handsOver = true;
        this.owner = owner;
    }

    @JsonProperty
    void setImpact(@Nullable Integer impact) {
        this.rates = true;
        this.impact = impact;
    }

    @JsonProperty
    void setEase(@Nullable Integer ease) {
        this.eases = true;
        this.ease = ease;
    }

    @JsonProperty
    void setStatus(@Nullable Step status) {
        this.status = status;
    }

    @JsonProperty
    void setReason(@Nullable FreeText reason) {
        this.reason = reason;
    }
}
