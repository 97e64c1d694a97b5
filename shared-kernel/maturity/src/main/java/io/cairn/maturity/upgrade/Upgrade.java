package io.cairn.maturity.upgrade;

import io.cairn.language.Answer;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Question;
import io.cairn.maturity.Scoring;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What becomes of the questions of one version of a model in another, and of the answers to them.
 *
 * <p>A question comes from those its author names, else from the one with the same key. Where versions lie between and
 * each says which it follows, the questions are followed through all of them.
 */
public final class Upgrade {
    private final MaturityModel from;
    private final MaturityModel to;
    private final List<ModelVersion> path;
    private final Map<QuestionKey, List<Link>> sources;
    private final Map<QuestionKey, List<Link>> targets = new HashMap<>();

    private Upgrade(List<MaturityModel> models) {
        this.from = models.getFirst();
        this.to = models.getLast();
        this.path = models.stream().map(it -> it.ref().version()).toList();
        this.sources = Links.along(models);
        sources.values()
                .forEach(
                        links -> links.forEach(link -> targets.merge(link.from().key(), List.of(link), Links::both)));
    }

    /** @param published the versions there are, for those that may lie between */
    public static Upgrade between(
            MaturityModel from, MaturityModel to, Function<ModelRef, Optional<MaturityModel>> published) {
        return new Upgrade(Lineage.of(from, to, published));
    }

    public MaturityModel from() {
        return from;
    }

    public MaturityModel to() {
        return to;
    }

    /** The versions that the questions are followed through, from the older to the newer. */
    public List<ModelVersion> path() {
        return path;
    }

    /** Every question of the newer version, in its order. */
    public List<Mapped> questions() {
        return to.questions().values().stream()
                .map(it -> {
                    var links = sources(it.key());
                    return new Mapped(
                            it.key(),
                            links.isEmpty() ? Kind.NEW : Links.kind(links, this::targets),
                            links.stream().map(link -> link.from().key()).toList(),
                            links.stream().anyMatch(link -> Wordings.differ(link.from(), link.to())));
                })
                .toList();
    }

    /** Every question of the older version, in its order. */
    public List<Became> becomes() {
        return from.questions().keySet().stream()
                .map(key -> {
                    var links = targets(key);
                    return new Became(
                            key,
                            links.isEmpty() ? Kind.REMOVED : kindOf(links),
                            links.stream().map(link -> link.to().key()).toList());
                })
                .toList();
    }

    private Kind kindOf(List<Link> links) {
        if (links.size() > 1) return Kind.SPLIT;
        return Links.kind(sources(links.getFirst().to().key()), this::targets);
    }

    /**
     * What carries over to every question of the newer version, in its order: all that it would not refuse to record. A
     * reviewer's points do not; they judged the evidence of that time.
     *
     * @param answers to the older version
     */
    public List<Carried> carry(Map<QuestionKey, AgreedAnswer> answers) {
        return to.questions().values().stream()
                .map(question -> Forward.carried(question, sources(question.key()), answers))
                .toList();
    }

    /** As {@link #carry}, the answers alone. */
    public Map<QuestionKey, Answer> carriedAnswers(Map<QuestionKey, AgreedAnswer> answers) {
        var carried = new LinkedHashMap<QuestionKey, Answer>();
        for (var it : carry(answers)) {
            var answer = it.answer();
            if (answer != null) carried.put(it.question(), answer);
        }
        return carried;
    }

    /**
     * Answers to the newer version as answers to the older one.
     *
     * @param answers to the newer version
     * @param before what was answered to the older version; it tells which of several answers was meant, and stands
     *     where the newer version does not ask
     */
    public Back back(Map<QuestionKey, AgreedAnswer> answers, Map<QuestionKey, AgreedAnswer> before) {
        var told = new LinkedHashMap<QuestionKey, AgreedAnswer>();
        for (Question question : from.questions().values())
            Backward.told(question, targets(question.key()), this::sources, answers, before)
                    .ifPresent(it -> told.put(question.key(), it));
        var all = new LinkedHashMap<>(before);
        all.keySet().retainAll(from.questions().keySet());
        all.putAll(told);
        return new Back(all, told);
    }

    /**
     * Answers to the newer version scored under the older one.
     *
     * @param coverage the share of the older version's applicable weight that the newer answers tell, 0..1
     */
    public record Rescored(Profile profile, double coverage) {}

    /** As {@link #back}. @param asOf the day on which evidence counts as fresh or expired */
    public Rescored rescored(
            Map<QuestionKey, AgreedAnswer> answers, Map<QuestionKey, AgreedAnswer> before, LocalDate asOf) {
        var back = back(answers, before);
        return new Rescored(
                Scoring.profile(from, back.answers(), asOf),
                Scoring.profile(from, back.told(), asOf).overall().coverage());
    }

    /**
     * @param answers to the older version: those told by the newer answers, and those that stand for want of one
     * @param told by the newer answers alone
     */
    public record Back(Map<QuestionKey, AgreedAnswer> answers, Map<QuestionKey, AgreedAnswer> told) {
        public Back {
            answers = Map.copyOf(answers);
            told = Map.copyOf(told);
        }
    }

    private List<Link> sources(QuestionKey question) {
        return sources.getOrDefault(question, List.of());
    }

    private List<Link> targets(QuestionKey question) {
        return targets.getOrDefault(question, List.of());
    }
}
