package io.cairn.platform.problem;

import io.cairn.language.QuestionKey;
import io.cairn.language.Rejection;
import io.cairn.language.Rejection.AlreadyExists;
import io.cairn.language.Rejection.AnswersUnconfirmed;
import io.cairn.language.Rejection.CoverageTooLow;
import io.cairn.language.Rejection.CycleIsClosed;
import io.cairn.language.Rejection.EvidenceRequired;
import io.cairn.language.Rejection.FacilitatorOnly;
import io.cairn.language.Rejection.InEntry;
import io.cairn.language.Rejection.ModelFileInvalid;
import io.cairn.language.Rejection.ModelIsRetired;
import io.cairn.language.Rejection.ModelKeyReserved;
import io.cairn.language.Rejection.ModelVersionIsPublished;
import io.cairn.language.Rejection.MustApply;
import io.cairn.language.Rejection.NobodyAssigned;
import io.cairn.language.Rejection.NotAnswered;
import io.cairn.language.Rejection.NotAssigned;
import io.cairn.language.Rejection.NotFound;
import io.cairn.language.Rejection.OutsideScale;
import io.cairn.language.Rejection.OwnActionsOnly;
import io.cairn.language.Rejection.PointsOutOfRange;
import io.cairn.language.Rejection.ProposalNotOpen;
import io.cairn.language.Rejection.QuestionIsSettled;
import io.cairn.language.Rejection.ReasonRequired;
import io.cairn.language.Rejection.SameQuestionTwice;
import io.cairn.language.Rejection.SameTargetTwice;
import io.cairn.language.Rejection.TargetPeriodIsOver;
import io.cairn.language.Rejection.UnitBelowItself;
import io.cairn.language.Rejection.UnitIsRetired;
import io.cairn.language.Rejection.UnknownDimension;
import io.cairn.language.Rejection.UnknownModel;
import io.cairn.language.Rejection.UnknownQuestion;
import io.cairn.language.Rejection.UnknownStage;
import io.cairn.language.Rejection.UnknownUnit;
import io.cairn.language.Rejection.VotesDiffer;
import io.cairn.language.Rejection.WrongActionStatus;
import io.cairn.language.Rejection.WrongStatus;
import java.util.Locale;

/** The one mapping of the domain's refusals to what a client is told; the compiler asks for every new one. */
final class Refusals {
    private Refusals() {}

    static Problem problem(Rejection reason, Place place) {
        return switch (reason) {
            case NotFound ignored -> Problem.notFound();
            case AlreadyExists it -> {
                var problem = conflict(it, "It exists already.").detail("This " + it.what() + " exists already.");
                yield it.id() == null ? problem : problem.with("id", it.id());
            }
            case WrongStatus it ->
                conflict(it, "The life cycle does not allow this now.")
                        .detail("An assessment that is " + word(it.status()) + " does not allow: " + it.attempted()
                                + ".")
                        .with("assessmentStatus", word(it.status()));
            case UnknownUnit it ->
                place.inPath(it.unit())
                        ? Problem.notFound()
                        : unprocessable(it, "There is no such unit.")
                                .at(place.pointer("unit"), "There is no unit " + it.unit() + ".");
            case UnitIsRetired it ->
                place.inPath(it.unit())
                        ? conflict(it, "The unit is retired.").detail("The unit " + it.unit() + " is retired.")
                        : unprocessable(it, "The unit is retired.")
                                .at(place.pointer("unit"), "The unit " + it.unit() + " is retired.");
            case UnitBelowItself it ->
                unprocessable(it, "A unit cannot be placed below itself.")
                        .at(place.pointer("parent"), it.parent() + " lies below " + it.unit() + ".");
            case UnknownModel it ->
                place.inPath(it.model().key())
                        ? Problem.notFound()
                        : unprocessable(it, "There is no such model.")
                                .at(place.pointer("model"), "There is no published model " + name(it.model()) + ".");
            case ModelIsRetired it ->
                place.inPath(it.model().key())
                        ? conflict(it, "The model is retired.").detail(name(it.model()) + " is retired.")
                        : unprocessable(it, "The model is retired.")
                                .at(place.pointer("model"), name(it.model()) + " is retired.");
            case ModelKeyReserved it ->
                unprocessable(it, "The key belongs to a model that ships with the product.")
                        .at(place.pointer("key"), "Choose another key than " + it.key() + ".");
            case ModelVersionIsPublished it ->
                conflict(it, "A published version never changes.").detail(name(it.model()) + " is published.");
            case ModelFileInvalid it ->
                unprocessable(it, "The model file has faults.")
                        .detail(it.faults().size() + " found.")
                        .errors(it.faults().stream()
                                .map(fault -> new Problem.Fault(fault.path(), fault.detail(), fault.line()))
                                .toList());
            case UnknownQuestion it ->
                place.inPath(it.question())
                        ? Problem.notFound()
                        : unprocessable(it, "The model has no such question.")
                                .at(place.pointer("question"), "The model has no question " + it.question() + ".");
            case UnknownDimension it ->
                unprocessable(it, "The model has no such dimension.")
                        .at(place.pointerToEntryOr("dimension"), "The model has no dimension " + it.dimension() + ".");
            case SameQuestionTwice it ->
                unprocessable(it, "A question is answered twice in one request.")
                        .at(place.pointer("question"), it.question() + " is answered twice.");
            case OutsideScale it ->
                unprocessable(it, "The scale of the question does not hold this value.")
                        .at(place.pointer("value"), it.detail())
                        .with("question", it.question().toString());
            case MustApply it ->
                unprocessable(it, "The question cannot be left out as not applicable.")
                        .at(place.pointer("notApplicable"), it.question() + " always applies.")
                        .with("question", it.question().toString());
            case NotAnswered it ->
                conflict(it, "The question is not answered.").detail(it.question() + " is not answered.");
            case NotAssigned it ->
                forbidden(it, "Others are assigned to answer this.")
                        .detail("Only assigned respondents answer " + it.question() + ".")
                        .with("question", it.question().toString());
            case NobodyAssigned it ->
                conflict(it, "Nobody is assigned.")
                        .detail("Without assigned respondents the one shared answer counts; change that one.");
            case QuestionIsSettled it ->
                conflict(it, "The question is settled.")
                        .detail("Votes on " + it.question() + " change in a consensus round only.")
                        .with("question", it.question().toString());
            case VotesDiffer it ->
                conflict(it, "Respondents differ and nobody has settled what counts.")
                        .detail(it.questions().size() + " questions are to be settled first.")
                        .with(
                                "questions",
                                it.questions().stream()
                                        .map(QuestionKey::toString)
                                        .toList());
            case FacilitatorOnly it ->
                forbidden(it, "This is up to a facilitator.")
                        .detail("Several respondents are assigned; a facilitator does this for them: " + it.attempted()
                                + ".");
            case AnswersUnconfirmed it ->
                conflict(it, "Carried-over answers are not confirmed.")
                        .detail("Confirm, change or withdraw them first; there are " + it.count() + ".")
                        .with("unconfirmed", it.count());
            case EvidenceRequired it ->
                unprocessable(it, "The question asks for evidence.")
                        .at(place.pointer("evidence"), it.question() + " asks for evidence.")
                        .with("question", it.question().toString());
            case ReasonRequired it -> unprocessable(it, "A reason is required.").at(place.pointer("reason"), it.why());
            case PointsOutOfRange it ->
                unprocessable(it, "The points are out of range.")
                        .at(place.pointer("points"), "Points lie between 0 and " + it.max() + ".")
                        .with("max", it.max());
            case CoverageTooLow it ->
                conflict(it, "Too little of the model is answered.")
                        .detail("Coverage is " + it.coverage() + ", required is " + it.required() + ".")
                        .with("coverage", it.coverage())
                        .with("required", it.required());
            case CycleIsClosed it -> conflict(it, "The cycle is closed.");
            case ProposalNotOpen it -> conflict(it, "The proposal is not open.").with("proposal", it.proposal());
            case WrongActionStatus it ->
                conflict(it, "The action does not allow this now.")
                        .detail("An action that is " + word(it.status()) + " does not allow: " + it.attempted() + ".")
                        .with("actionStatus", word(it.status()));
            case OwnActionsOnly it ->
                forbidden(it, "This is up to a facilitator.")
                        .detail("An action's owner may start and complete it; a facilitator does this: "
                                + it.attempted() + ".");
            case UnknownStage it ->
                unprocessable(it, "The model has no such stage.")
                        .at(
                                place.prefix().isEmpty() ? place.pointer("to") : place.pointer("stage"),
                                "The model has no stage " + it.stage() + ".");
            case TargetPeriodIsOver it ->
                unprocessable(it, "The period is over.").at(place.pointer("period"), it.period() + " is over.");
            case SameTargetTwice it ->
                unprocessable(it, "There are two targets for the same period.")
                        .at(
                                place.pointer("period"),
                                (it.dimension() == null ? "The unit as a whole" : it.dimension())
                                        + " has another target for " + it.period() + " here.");
            case InEntry it -> problem(it.reason(), place.entry(it.list(), it.index()));
        };
    }

    private static Problem conflict(Rejection reason, String title) {
        return Problem.of(409, type(reason), title);
    }

    private static Problem forbidden(Rejection reason, String title) {
        return Problem.of(403, type(reason), title);
    }

    private static Problem unprocessable(Rejection reason, String title) {
        return Problem.of(422, type(reason), title);
    }

    /** The name of the reason is part of the contract: {@code CoverageTooLow} is {@code coverage-too-low}. */
    private static String type(Rejection reason) {
        return reason.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String name(io.cairn.language.ModelRef model) {
        return model.key() + " " + model.version();
    }
}
