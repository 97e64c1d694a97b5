package io.cairn.assessment.roadmap;

import io.cairn.language.ActionPlan;
import io.cairn.language.Aim;
import io.cairn.language.InvalidValue;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.maturity.MaturityModel;
import java.util.ArrayList;

/** What an action is to move, held to the model. */
public final class Aims {
    private Aims() {}

    /** The plan with what is wanted as its questions' scales keep it. */
    public static ActionPlan onScale(ActionPlan plan, MaturityModel model) {
        var aims = new ArrayList<Aim>();
        for (var i = 0; i < plan.aims().size(); i++) {
            try {
                aims.add(onScale(plan.aims().get(i), model));
            } catch (Rejected refused) {
                throw new Rejected(new Rejection.InEntry("questions", i, refused.reason()));
            }
        }
        return new ActionPlan(plan.title(), plan.owner(), plan.due(), aims, plan.impact(), plan.ease());
    }

    private static Aim onScale(Aim aim, MaturityModel model) {
        var question = model.question(aim.question())
                .orElseThrow(() -> new Rejected(new Rejection.UnknownQuestion(aim.question())));
        try {
            return new Aim(aim.question(), question.scale().accept(aim.value()));
        } catch (InvalidValue e) {
            throw new Rejected(new Rejection.OutsideScale(aim.question(), String.valueOf(e.getMessage())));
        }
    }
}
