package io.cairn.language;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done on a roadmap.
 *
 * @param owner who sees to it, null while nobody does
 * @param due the period at whose end it is to be done
 * @param aims none when it serves no question of the model; one a question at most
 * @param impact 1 (little) to 5 (much), null when nobody has said
 * @param ease 1 (hard) to 5 (easy), null when nobody has said
 */
public record ActionPlan(
        FreeText title,
        @Nullable ActorId owner,
        Period due,
        List<Aim> aims,
        @Nullable Integer impact,
        @Nullable Integer ease) {
    private static final int MOST_AIMS = 200;

    public ActionPlan {
        aims = List.copyOf(aims);
        if (aims.size() > MOST_AIMS) throw new InvalidValue("an action has " + MOST_AIMS + " questions at most");
        var seen = new HashSet<QuestionKey>();
        for (var aim : aims) if (!seen.add(aim.question())) throw new InvalidValue(aim.question() + " is named twice");
        oneToFive("impact", impact);
        oneToFive("ease", ease);
    }

    private static void oneToFive(String what, @Nullable Integer figure) {
        if (figure != null && (figure < 1 || figure > 5)) throw new InvalidValue(what + " is between 1 and 5");
    }

    /** Impact × ease, null while one of them is not said. */
    public @Nullable Integer priority() {
        return impact == null || ease == null ? null : impact * ease;
    }
}
