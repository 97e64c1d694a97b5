package io.cairn.language;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a command was refused. The set is closed: every answer to a client is one exhaustive mapping of it. */
public sealed interface Rejection {
    /** Unknown, or another tenant's: the two are never told apart. */
    record NotFound(String what) implements Rejection {}

    record AlreadyExists(String what, @Nullable UUID id) implements Rejection {}

    /** The life cycle does not allow it now. */
    record WrongStatus(AssessmentStatus status, String attempted) implements Rejection {}

    record UnknownUnit(UnitCode unit) implements Rejection {}

    record UnitIsRetired(UnitCode unit) implements Rejection {}

    /** A unit cannot be placed below itself. */
    record UnitBelowItself(UnitCode unit, UnitCode parent) implements Rejection {}

    record UnknownModel(ModelRef model) implements Rejection {}

    record ModelIsRetired(ModelRef model) implements Rejection {}

    /** The key belongs to a model that ships with the product. */
    record ModelKeyReserved(ModelKey key) implements Rejection {}

    /** A published version never changes. */
    record ModelVersionIsPublished(ModelRef model) implements Rejection {}

    /** @param faults every fault found in the model file, with path and line */
    record ModelFileInvalid(List<Fault> faults) implements Rejection {
        public ModelFileInvalid {
            faults = List.copyOf(faults);
        }

        /** @param path a JSON pointer into the file
         *  @param line counted from 1 */
        public record Fault(String path, int line, String detail) {}
    }

    record UnknownQuestion(QuestionKey question) implements Rejection {}

    record UnknownDimension(DimensionKey dimension) implements Rejection {}

    record SameQuestionTwice(QuestionKey question) implements Rejection {}

    record OutsideScale(QuestionKey question, String detail) implements Rejection {}

    /** The model does not let the question be n/a. */
    record MustApply(QuestionKey question) implements Rejection {}

    record NotAnswered(QuestionKey question) implements Rejection {}

    /** Respondents are assigned, and who asks is none of those who answer this question. */
    record NotAssigned(QuestionKey question) implements Rejection {}

    /** Where nobody is assigned the one shared answer counts, and there is nothing to settle. */
    record NobodyAssigned() implements Rejection {}

    /** Votes on a settled question change in a consensus round only. */
    record QuestionIsSettled(QuestionKey question) implements Rejection {}

    /** Respondents say different things, and nobody has settled what counts. */
    record VotesDiffer(List<QuestionKey> questions) implements Rejection {
        public VotesDiffer {
            questions = List.copyOf(questions);
        }
    }

    /** One of several respondents cannot decide for the others. */
    record FacilitatorOnly(String attempted) implements Rejection {}

    /** Carried-over answers wait to be confirmed, changed or withdrawn. @param count how many, at least 1 */
    record AnswersUnconfirmed(int count) implements Rejection {}

    record EvidenceRequired(QuestionKey question) implements Rejection {}

    record ReasonRequired(String why) implements Rejection {}

    record PointsOutOfRange(QuestionKey question, double max) implements Rejection {}

    /** Shares of the applicable weight, 0..1. */
    record CoverageTooLow(double coverage, double required) implements Rejection {}

    record CycleIsClosed() implements Rejection {}

    /** No open proposal of that id. */
    record ProposalNotOpen(UUID proposal) implements Rejection {}

    /** The action of a roadmap has come to where this cannot be done any more. */
    record WrongActionStatus(ActionStatus status, String attempted) implements Rejection {}

    /** Who does not plan a roadmap starts and completes their own actions, and no more. */
    record OwnActionsOnly(String attempted) implements Rejection {}

    record UnknownStage(String stage) implements Rejection {}

    /** Nobody aims at what is over. */
    record TargetPeriodIsOver(Period period) implements Rejection {}

    /** One dimension, or the unit as a whole, has one target a period. */
    record SameTargetTwice(@Nullable DimensionKey dimension, Period period) implements Rejection {}

    /**
     * One entry of many was refused, and so all of them.
     *
     * @param list what the many are called in the request
     * @param index counted from 0
     */
    record InEntry(String list, int index, Rejection reason) implements Rejection {}
}
