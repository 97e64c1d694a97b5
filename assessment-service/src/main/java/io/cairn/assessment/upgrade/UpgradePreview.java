package io.cairn.assessment.upgrade;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.language.AnswerValue;
import io.cairn.language.Comparison;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.UnitCode;
import io.cairn.maturity.upgrade.Became;
import io.cairn.maturity.upgrade.Kind;
import io.cairn.maturity.upgrade.Mapped;
import io.cairn.maturity.upgrade.Obstacle;
import io.cairn.maturity.upgrade.Upgrade;
import io.cairn.platform.web.Page;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What moving to a version would come to.
 *
 * @param path the versions through which questions are followed, from the older to the newer
 * @param counts of the questions of the newer version by what they come from, and of the removed ones
 * @param reworded how many questions say something else than those they come from
 * @param questions of the newer version
 * @param was what became of the questions of the older version
 */
record UpgradePreview(
        ModelRef from,
        ModelRef to,
        List<ModelVersion> path,
        Map<Kind, Integer> counts,
        int reworded,
        List<Mapped> questions,
        List<Became> was,
        Page<Unit> units) {

    /**
     * One unit, by its last finalized assessment, whatever version that was under.
     *
     * @param assessment null when there is none; nothing carries over then
     * @param carries the answers to be confirmed
     * @param anew the questions to be answered anew, and why
     * @param before the result that stands
     * @param carried what the carried answers alone come to under the new version, were they all confirmed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unit(
            UnitCode unit,
            @Nullable UUID assessment,
            @Nullable Period period,
            @Nullable ModelVersion modelVersion,
            List<Carries> carries,
            List<Anew> anew,
            Comparison.@Nullable Result before,
            @Nullable Carried carried) {
        static Unit without(UnitCode unit) {
            return new Unit(unit, null, null, null, List.of(), List.of(), null, null);
        }
    }

    /** @param value null when the question does not apply */
    record Carries(QuestionKey question, @Nullable AnswerValue value) {}

    record Anew(QuestionKey question, Obstacle because) {}

    /** @param coverage of the new version by carried answers, 0..1 */
    record Carried(Comparison.Result result, @Nullable String undetermined, double coverage) {}

    static UpgradePreview of(Upgrade upgrade, Page<Unit> units) {
        var questions = upgrade.questions();
        var was = upgrade.becomes();
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        for (var kind : Kind.values()) counts.put(kind, 0);
        for (var it : questions) counts.merge(it.kind(), 1, Integer::sum);
        for (var it : was) if (it.kind() == Kind.REMOVED) counts.merge(Kind.REMOVED, 1, Integer::sum);
        return new UpgradePreview(
                upgrade.from().ref(),
                upgrade.to().ref(),
                upgrade.path(),
                counts,
                (int) questions.stream().filter(Mapped::reworded).count(),
                questions,
                was,
                units);
    }
}
