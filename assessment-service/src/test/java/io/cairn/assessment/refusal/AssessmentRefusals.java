package io.cairn.assessment.refusal;

import io.cairn.assessment.http.AssessmentStory;
import io.cairn.assessment.http.Client;
import io.cairn.assessment.http.Reply;
import io.cairn.assessment.http.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What happens to whoever asks an assessment for what it cannot do. Each meets an assessment of their own. */
final class AssessmentRefusals {
    private static final String UNKNOWN = "/assessments/" + new UUID(1, 2);
    private static final Map<String, Object> NOTHING = Map.of();
    private static final Map<String, Object> HALF = Map.of("value", 0.5);

    private final Client admin = Service.tenant("automatic");
    private final List<Refused> all = new ArrayList<>();
    private int units;

    static List<Refused> all() {
        var refusals = new AssessmentRefusals();
        refusals.recording();
        refusals.withdrawing();
        refusals.confirming();
        refusals.assigning();
        refusals.settling();
        refusals.judging();
        refusals.steps();
        return refusals.all;
    }

    private void refused(String command, String rejection, String when, Function<AssessmentStory, Reply> attempt) {
        all.add(new Refused(command, rejection, when, () -> attempt.apply(story("2026-Q4"))));
    }

    private AssessmentStory story(String period) {
        var unit = "unit-" + ++units;
        admin.post("/units", Map.of("code", unit, "name", unit)).expect(201);
        return AssessmentStory.open(admin, unit, period);
    }

    private void recording() {
        var command = "RecordAnswers";
        refused(command, "NotFound", "there is no such assessment", it -> admin.put(UNKNOWN + "/answers/osi", HALF));
        refused(
                command,
                "WrongStatus",
                "the assessment is not open",
                it -> it.submitted().answer("osi", 0.5));
        refused(
                command,
                "UnknownQuestion",
                "the model has no such question",
                it -> answers(it, Map.of("question", "no", "value", 1)));
        refused(
                command,
                "SameQuestionTwice",
                "a question is answered twice in one request",
                it -> answers(it, Map.of("question", "osi", "value", 1), Map.of("question", "osi", "value", 0)));
        refused(command, "OutsideScale", "the scale does not hold the value", it -> it.answer("osi", 7));
        refused(
                command,
                "MustApply",
                "the question may not be n/a",
                it -> admin.put(it.path() + "/answers/osi", Map.of("notApplicable", Map.of("reason", "we have none"))));
        refused(
                command,
                "EvidenceRequired",
                "the question asks for evidence, and there is none",
                it -> admin.put(proven() + "/answers/osi", HALF));
        refused(
                command,
                "NotAssigned",
                "others are assigned",
                it -> assigned(it, "ann").answer("osi", 0.5));
        refused(command, "QuestionIsSettled", "the question is settled, outside a consensus round", it -> {
            var ann = respondent(it, "ann");
            settle(it, 0.5).expect(200);
            return ann.put(it.path() + "/answers/osi", HALF);
        });
        refused(
                command,
                "ReasonRequired",
                "an answer of a reopened assessment changes without a reason",
                it -> reopened(it).answer("osi", 0.7));
    }

    private void withdrawing() {
        var command = "WithdrawAnswer";
        refused(command, "NotFound", "there is no such assessment", it -> admin.delete(UNKNOWN + "/answers/osi"));
        refused(
                command,
                "WrongStatus",
                "the assessment is not open",
                it -> admin.delete(it.submitted().path() + "/answers/osi"));
        refused(command, "NotAnswered", "there is no answer", it -> admin.delete(it.path() + "/answers/osi"));
        refused(
                command,
                "NotAssigned",
                "others are assigned",
                it -> admin.delete(assigned(it, "ann").path() + "/answers/osi"));
        refused(command, "QuestionIsSettled", "the question is settled, outside a consensus round", it -> {
            var ann = respondent(it, "ann");
            settle(it, 0.5).expect(200);
            return ann.delete(it.path() + "/answers/osi");
        });
        refused(
                command,
                "ReasonRequired",
                "an answer of a reopened assessment is withdrawn without a reason",
                it -> admin.delete(reopened(it).path() + "/answers/osi"));
    }

    private void confirming() {
        var command = "ConfirmAnswers";
        refused(
                command,
                "NotFound",
                "there is no such assessment",
                it -> confirm(UNKNOWN, "questions", List.of("osi")));
        refused(
                command,
                "WrongStatus",
                "the assessment is not open",
                it -> confirm(it.submitted().path(), "questions", List.of("osi")));
        refused(
                command,
                "UnknownDimension",
                "the model has no such dimension",
                it -> confirm(it.path(), "dimension", "nowhere"));
        refused(
                command,
                "UnknownQuestion",
                "the model has no such question",
                it -> confirm(it.path(), "questions", List.of("no")));
        refused(
                command,
                "NotAnswered",
                "nothing was carried over, nor is the question answered",
                it -> confirm(it.path(), "questions", List.of("osi")));
        refused(command, "NotAssigned", "others are assigned", it -> {
            var next = carriedOver(it);
            assign(next, "other");
            return confirm(next, "questions", List.of("osi"));
        });
    }

    private void assigning() {
        var ann = Map.of("respondents", List.of(Map.of("respondent", "key:ann")));
        refused(
                "AssignRespondents",
                "NotFound",
                "there is no such assessment",
                it -> admin.post(UNKNOWN + "/respondents", ann));
        refused(
                "AssignRespondents",
                "WrongStatus",
                "the assessment is not open",
                it -> admin.post(it.submitted().path() + "/respondents", ann));
        refused(
                "AssignRespondents",
                "UnknownDimension",
                "the model has no such dimension",
                it -> admin.post(
                        it.path() + "/respondents",
                        Map.of(
                                "respondents",
                                List.of(Map.of("respondent", "key:ann", "dimensions", List.of("nowhere"))))));
        refused(
                "UnassignRespondent",
                "NotFound",
                "there is no such assessment, or no such respondent",
                it -> admin.delete(it.path() + "/respondents?respondent=key:nobody"));
        refused(
                "UnassignRespondent",
                "WrongStatus",
                "the assessment is not open",
                it -> admin.delete(it.submitted().path() + "/respondents?respondent=key:ann"));
    }

    private void settling() {
        var command = "AgreeAnswer";
        refused(
                command,
                "NotFound",
                "there is no such assessment",
                it -> admin.put(UNKNOWN + "/agreed-answers/osi", HALF));
        refused(command, "WrongStatus", "the assessment is not open", it -> settle(it.submitted(), 0.5));
        refused(command, "NobodyAssigned", "the one shared answer counts", it -> settle(it, 0.5));
        refused(
                command,
                "UnknownQuestion",
                "the model has no such question",
                it -> admin.put(assigned(it, "ann").path() + "/agreed-answers/no", HALF));
        refused(command, "OutsideScale", "the scale does not hold the value", it -> settle(assigned(it, "ann"), 7));
        refused(
                command,
                "MustApply",
                "the question may not be n/a",
                it -> admin.put(
                        assigned(it, "ann").path() + "/agreed-answers/osi",
                        Map.of("notApplicable", Map.of("reason", "we have none"))));
        refused(command, "EvidenceRequired", "the question asks for evidence, and no vote has any", it -> {
            var path = proven();
            assign(path, "ann");
            return admin.put(path + "/agreed-answers/osi", HALF);
        });
        refused(command, "ReasonRequired", "what was settled in a reopened assessment changes without a reason", it -> {
            settled(it);
            return settle(it, 0.7);
        });
        refused("StartConsensusRound", "NotFound", "there is no such assessment", it -> round(UNKNOWN));
        refused(
                "StartConsensusRound",
                "WrongStatus",
                "the assessment is not open",
                it -> round(it.submitted().path()));
        refused(
                "StartConsensusRound",
                "NotAnswered",
                "nobody has voted on the question, and it is not settled",
                it -> round(assigned(it, "ann").path()));
        refused(
                "StartConsensusRound",
                "ReasonRequired",
                "what was settled in a reopened assessment is taken back without a reason, and no votes differ",
                it -> {
                    settled(it);
                    return round(it.path());
                });
    }

    private void judging() {
        var command = "OverridePoints";
        refused(command, "NotFound", "there is no such assessment", it -> points(UNKNOWN, "osi", 0.1));
        refused(command, "WrongStatus", "the assessment is finalized or cancelled", it -> {
            it.answered(0.5).submitted().finalized();
            return points(it.path(), "osi", 0.1);
        });
        refused(command, "UnknownQuestion", "the model has no such question", it -> points(it.path(), "no", 0.1));
        refused(command, "NotAnswered", "there is no answer to judge", it -> points(it.path(), "osi", 0.1));
        refused(
                command,
                "PointsOutOfRange",
                "more points than the question gives",
                it -> points(it.answered(0.5).path(), "osi", 1000));
    }

    private void steps() {
        for (var step : Map.of(
                        "SubmitAssessment", "submission",
                        "ReturnAssessment", "return",
                        "FinalizeAssessment", "finalization",
                        "ReopenAssessment", "reopening",
                        "CancelAssessment", "cancellation")
                .entrySet()) {
            refused(
                    step.getKey(),
                    "NotFound",
                    "there is no such assessment",
                    it -> admin.post(UNKNOWN + "/" + step.getValue(), NOTHING, "\"v0\""));
            var from = step.getKey().equals("ReopenAssessment")
                    || step.getKey().equals("ReturnAssessment")
                    || step.getKey().equals("FinalizeAssessment");
            refused(step.getKey(), "WrongStatus", "the life cycle does not allow it now", it -> {
                if (!from) it.answered(0.5).submitted().finalized();
                return it.step(step.getValue(), Map.of("reason", "out of turn"));
            });
        }
        refused("SubmitAssessment", "FacilitatorOnly", "a respondent submits where others are assigned", it -> {
            respondent(it, "bob");
            return admin.as("respondent").post(it.path() + "/submission", NOTHING, it.etag());
        });
        refused("SubmitAssessment", "VotesDiffer", "questions are unsettled", it -> {
            respondent(it, "ann").put(it.path() + "/answers/osi", HALF).expect(200);
            respondent(it, "bob")
                    .put(it.path() + "/answers/osi", Map.of("value", 0.9))
                    .expect(200);
            return it.step("submission", NOTHING);
        });
        refused("SubmitAssessment", "AnswersUnconfirmed", "carried-over answers wait to be confirmed", it -> {
            var next = carriedOver(it);
            return admin.post(next + "/submission", NOTHING, admin.get(next).etag());
        });
        refused(
                "ReturnAssessment",
                "ReasonRequired",
                "it is returned without a reason",
                it -> it.submitted().step("return", NOTHING));
        refused("ReopenAssessment", "ReasonRequired", "it is reopened without a reason", it -> {
            it.answered(0.5).submitted().finalized();
            return it.step("reopening", NOTHING);
        });
        refused(
                "FinalizeAssessment",
                "CoverageTooLow",
                "less is answered than the model asks for",
                it -> it.submitted().step("finalization", NOTHING));
        refused(
                "OpenAssessment",
                "AlreadyExists",
                "the unit has one of this model in this period",
                it -> admin.post("/assessments", AssessmentStory.of("unit-" + units, "2026-Q4")));
    }

    private Reply answers(AssessmentStory story, Map<?, ?>... answers) {
        return admin.post(story.path() + "/answers", Map.of("answers", List.of(answers)));
    }

    private Reply confirm(String path, String what, Object which) {
        return admin.post(path + "/confirmations", Map.of(what, which));
    }

    private Reply settle(AssessmentStory story, double value) {
        return admin.put(story.path() + "/agreed-answers/osi", Map.of("value", value));
    }

    private Reply round(String path) {
        return admin.post(path + "/consensus-rounds", Map.of("questions", List.of("osi")));
    }

    private Reply points(String path, String question, double points) {
        return admin.put(path + "/points/" + question, Map.of("points", points, "reason", "a judgement"));
    }

    private AssessmentStory reopened(AssessmentStory story) {
        story.answered(0.5).submitted().finalized();
        story.step("reopening", Map.of("reason", "a correction")).expect(200);
        return story;
    }

    /** All of it settled and finalized, and then reopened. */
    private void settled(AssessmentStory story) {
        respondent(story, "ann");
        for (var question : List.of("osi", "hci", "tii"))
            admin.put(story.path() + "/agreed-answers/" + question, HALF).expect(200);
        story.submitted().finalized();
        story.step("reopening", Map.of("reason", "a correction")).expect(200);
    }

    private AssessmentStory assigned(AssessmentStory story, String name) {
        respondent(story, name);
        return story;
    }

    private Client respondent(AssessmentStory story, String name) {
        return assign(story.path(), name);
    }

    /** A respondent with a key of their own. */
    private Client assign(String path, String name) {
        var key =
                admin.post("/keys", Map.of("name", name, "role", "respondent")).expect(201);
        var respondents = List.of(Map.of("respondent", "key:" + key.text("/id")));
        admin.post(path + "/respondents", Map.of("respondents", respondents)).expect(200);
        return new Client(admin.address(), key.text("/key"));
    }

    /** The next period's assessment, with what was agreed. */
    private String carriedOver(AssessmentStory story) {
        story.answered(0.5).submitted().finalized();
        var next = new HashMap<String, Object>(AssessmentStory.of("unit-" + units, "2027-Q1"));
        next.put("carryOver", true);
        return "/assessments/" + admin.post("/assessments", next).expect(201).text("/id");
    }

    /** An assessment of a model that asks for evidence. */
    private String proven() {
        var model = OwnModel.published(admin);
        return "/assessments/"
                + admin.post("/assessments", Map.of("unit", "unit-" + units, "model", model, "period", "2026-Q4"))
                        .expect(201)
                        .text("/id");
    }
}
