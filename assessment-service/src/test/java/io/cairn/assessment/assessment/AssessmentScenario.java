package io.cairn.assessment.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cairn.assessment.assessment.answering.RecordAnswers;
import io.cairn.assessment.assessment.answering.WithdrawAnswer;
import io.cairn.assessment.assessment.cancellation.CancelAssessment;
import io.cairn.assessment.assessment.confirming.ConfirmAnswers;
import io.cairn.assessment.assessment.confirming.ConfirmAnswers.Selection;
import io.cairn.assessment.assessment.finalization.FinalizeAssessment;
import io.cairn.assessment.assessment.judging.OverridePoints;
import io.cairn.assessment.assessment.opening.OpenAssessment;
import io.cairn.assessment.assessment.reopening.ReopenAssessment;
import io.cairn.assessment.assessment.respondents.AssignRespondents;
import io.cairn.assessment.assessment.respondents.UnassignRespondent;
import io.cairn.assessment.assessment.returning.ReturnAssessment;
import io.cairn.assessment.assessment.settling.AgreeAnswer;
import io.cairn.assessment.assessment.settling.StartConsensusRound;
import io.cairn.assessment.assessment.submission.SubmitAssessment;
import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.CarriedAnswer;
import io.cairn.language.DimensionKey;
import io.cairn.language.Evidence;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.Response;
import io.cairn.language.Slug;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AnswerAgreed;
import io.cairn.language.event.AssessmentEvent.AnswerChanged;
import io.cairn.language.event.AssessmentEvent.AnswerConfirmed;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.language.event.AssessmentEvent.AssessmentCancelled;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import io.cairn.language.event.AssessmentEvent.AssessmentReopened;
import io.cairn.language.event.AssessmentEvent.AssessmentReturned;
import io.cairn.language.event.AssessmentEvent.AssessmentSubmitted;
import io.cairn.language.event.AssessmentEvent.ConsensusRoundStarted;
import io.cairn.language.event.AssessmentEvent.PointsOverridden;
import io.cairn.language.event.AssessmentEvent.RespondentAssigned;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.Dimension;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Provenance;
import io.cairn.maturity.Question;
import io.cairn.maturity.Scale;
import io.cairn.maturity.Scoring;
import io.cairn.maturity.ScoringPolicy;
import io.cairn.maturity.Stage;
import io.cairn.maturity.StageRule;
import io.cairn.maturity.Text;
import io.cairn.platform.command.Command;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cast of the assessment's tests, and their given, when and then on plain decisions. */
public final class AssessmentScenario {
    public static final TenantId TENANT = TenantId.of(new Slug("acme"));
    public static final UnitCode UNIT = new UnitCode("brand-a");
    public static final Period PERIOD = Period.parse("2026-Q4");
    public static final FiscalCalendar CALENDAR = FiscalCalendar.parse("04-01");

    /** Yes or no, weight 1. */
    public static final QuestionKey VISION = new QuestionKey("vision");
    /** A percentage, weight 2, never n/a. */
    public static final QuestionKey BUDGET = new QuestionKey("budget");
    /** One of none, some, all, weight 3, with evidence. */
    public static final QuestionKey TEAM = new QuestionKey("team");

    public static final ActorId ANN = new ActorId("key:ann");
    public static final ActorId BOB = new ActorId("key:bob");
    /** The model's only one. */
    public static final DimensionKey ALL = new DimensionKey("all");

    public static final QuestionKey UNHEARD_OF = new QuestionKey("unheard-of");

    public static final ModelRef REF = ModelRef.of("digital", "1.0.0");
    public static final ModelRef NEXT_REF = ModelRef.of("digital", "2.0.0");
    public static final MaturityModel MODEL = model(REF);
    public static final UUID ASSESSMENT =
            StreamId.assessment(TENANT, UNIT, REF.key(), PERIOD).value();

    public static final Answer YES = Answer.of(AnswerValue.of(true));
    public static final Answer NO = Answer.of(AnswerValue.of(false));
    public static final Answer HALF = Answer.of(AnswerValue.of(50));
    public static final FreeText BECAUSE = FreeText.of("new portal");

    private final List<AssessmentEvent> given;

    private AssessmentScenario(List<AssessmentEvent> given) {
        this.given = given;
    }

    public static MaturityModel model(ModelRef ref) {
        return new MaturityModel(
                ref,
                Text.en("Digital"),
                null,
                "made up",
                null,
                List.of(stage(1, "low"), stage(2, "middle"), stage(3, "high"), stage(4, "top")),
                List.of(),
                List.of(new Dimension(
                        new DimensionKey("all"),
                        Text.en("All"),
                        null,
                        1,
                        true,
                        Provenance.STATED,
                        List.of(
                                question(VISION, new Scale.Truth(), 1, false, true),
                                question(BUDGET, new Scale.Percent(), 2, false, false),
                                question(
                                        TEAM,
                                        new Scale.Choice(
                                                List.of(option("none", 0), option("some", 1), option("all", 2)), 2),
                                        3,
                                        true,
                                        true)))),
                new ScoringPolicy.WeightedMean(0, 1),
                new StageRule.Thresholds(List.of(0.0, 0.25, 0.5, 0.75)),
                0.5);
    }

    private static Stage stage(int ordinal, String key) {
        return new Stage(ordinal, key, Text.en(key), null, Provenance.STATED);
    }

    private static Scale.Choice.Option option(String key, double points) {
        return new Scale.Choice.Option(key, Text.en(key), points);
    }

    private static Question question(
            QuestionKey key, Scale scale, double weight, boolean evidence, boolean mayNotApply) {
        return new Question(
                key, Text.en(key.value()), null, scale, null, weight, null, evidence, mayNotApply, Provenance.STATED);
    }

    public static Answer team(String option) {
        return new Answer(
                new Response.Given(AnswerValue.of(option)),
                null,
                List.of(new Evidence("https://wiki.example/team", null, null)),
                null);
    }

    public static AssessmentOpened opened() {
        return new AssessmentOpened(UNIT, REF, PERIOD);
    }

    /** With these answers carried over from the period before. */
    public static AssessmentOpened openedWith(Map<QuestionKey, Answer> carried) {
        var answers = carried.entrySet().stream()
                .map(it -> new CarriedAnswer(it.getKey(), it.getValue()))
                .toList();
        return new AssessmentOpened(UNIT, REF, PERIOD, PERIOD.previous(), REF.version(), answers);
    }

    public static AnswerConfirmed confirmed(QuestionKey question, Answer answer) {
        return new AnswerConfirmed(question, answer);
    }

    public static AnswerRecorded recorded(QuestionKey question, Answer answer) {
        return new AnswerRecorded(question, answer, null);
    }

    public static AnswerChanged changed(QuestionKey question, Answer before, Answer after, @Nullable FreeText reason) {
        return new AnswerChanged(question, before, after, reason, null);
    }

    public static PointsOverridden overridden(QuestionKey question, String before, String points) {
        return new PointsOverridden(question, new BigDecimal(before), new BigDecimal(points), BECAUSE);
    }

    public static AssessmentSubmitted submitted() {
        return new AssessmentSubmitted();
    }

    public static AssessmentReturned returned() {
        return new AssessmentReturned(BECAUSE);
    }

    public static AssessmentFinalized finalized(Map<QuestionKey, Answer> answers) {
        var agreed = new java.util.HashMap<QuestionKey, AgreedAnswer>();
        answers.forEach((question, answer) -> agreed.put(question, AgreedAnswer.of(answer)));
        return finalizedWith(agreed);
    }

    public static AssessmentFinalized finalizedWith(Map<QuestionKey, AgreedAnswer> answers) {
        return new AssessmentFinalized(
                UNIT, REF, PERIOD, Scoring.profile(MODEL, answers, LocalDate.parse("2027-03-31")));
    }

    public static AssessmentReopened reopened() {
        return new AssessmentReopened(BECAUSE);
    }

    public static AssessmentCancelled cancelled() {
        return new AssessmentCancelled(null);
    }

    public static OpenAssessment open() {
        return new OpenAssessment(TENANT, UNIT, REF, PERIOD);
    }

    public static RecordAnswers.Entry entry(QuestionKey question, Answer answer) {
        return new RecordAnswers.Entry(question, answer, null, null);
    }

    public static RecordAnswers record(RecordAnswers.Entry... entries) {
        return new RecordAnswers(TENANT, ASSESSMENT, ANN, List.of(entries));
    }

    public static RecordAnswers record(QuestionKey question, Answer answer) {
        return record(entry(question, answer));
    }

    public static RecordAnswers record(QuestionKey question, Answer answer, FreeText reason) {
        return record(new RecordAnswers.Entry(question, answer, reason, null));
    }

    public static ConfirmAnswers confirm(QuestionKey... questions) {
        return new ConfirmAnswers(TENANT, ASSESSMENT, ANN, new Selection.Questions(List.of(questions)));
    }

    public static ConfirmAnswers confirm(DimensionKey dimension) {
        return new ConfirmAnswers(TENANT, ASSESSMENT, ANN, new Selection.OfDimension(dimension));
    }

    public static WithdrawAnswer withdraw(QuestionKey question) {
        return new WithdrawAnswer(TENANT, ASSESSMENT, ANN, question, null);
    }

    public static OverridePoints override(QuestionKey question, String points) {
        return new OverridePoints(TENANT, ASSESSMENT, question, new BigDecimal(points), BECAUSE);
    }

    public static SubmitAssessment submit() {
        return new SubmitAssessment(TENANT, ASSESSMENT, ANN, true, null);
    }

    public static ReturnAssessment returnIt() {
        return new ReturnAssessment(TENANT, ASSESSMENT, BECAUSE);
    }

    public static FinalizeAssessment finalizeIt() {
        return new FinalizeAssessment(TENANT, ASSESSMENT, CALENDAR, null);
    }

    public static ReopenAssessment reopen() {
        return new ReopenAssessment(TENANT, ASSESSMENT, BECAUSE);
    }

    public static CancelAssessment cancel() {
        return new CancelAssessment(TENANT, ASSESSMENT, null);
    }

    public static RespondentAssigned assigned(ActorId respondent) {
        return new RespondentAssigned(respondent, List.of());
    }

    public static AnswerRecorded voted(ActorId respondent, QuestionKey question, Answer answer) {
        return new AnswerRecorded(question, answer, null, respondent);
    }

    public static AnswerAgreed agreed(QuestionKey question, @Nullable Answer before, Answer answer) {
        return new AnswerAgreed(question, before, answer, null);
    }

    public static ConsensusRoundStarted round(QuestionKey question, @Nullable Answer before) {
        return new ConsensusRoundStarted(question, before, null);
    }

    public static AssignRespondents assign(ActorId respondent, DimensionKey... dimensions) {
        return new AssignRespondents(
                TENANT, ASSESSMENT, List.of(new AssignRespondents.Assignment(respondent, List.of(dimensions))));
    }

    public static UnassignRespondent unassign(ActorId respondent) {
        return new UnassignRespondent(TENANT, ASSESSMENT, respondent, null);
    }

    public static RecordAnswers vote(ActorId respondent, QuestionKey question, Answer answer) {
        return new RecordAnswers(TENANT, ASSESSMENT, respondent, List.of(entry(question, answer)));
    }

    public static AgreeAnswer settle(QuestionKey question, Answer answer) {
        return new AgreeAnswer(TENANT, ASSESSMENT, entry(question, answer));
    }

    public static StartConsensusRound startRound(QuestionKey question) {
        return new StartConsensusRound(TENANT, ASSESSMENT, List.of(question), null);
    }

    public static AssessmentScenario given(AssessmentEvent... events) {
        return new AssessmentScenario(List.of(events));
    }

    public When when(Command command) {
        return new When(command);
    }

    public final class When {
        private final Command command;

        private When(Command command) {
            this.command = command;
        }

        public void then(AssessmentEvent... events) {
            assertThat(decide()).isEqualTo(List.of(events));
        }

        public void thenNothing() {
            then();
        }

        public void thenRejected(Rejection reason) {
            var rejected = catchThrowableOfType(Rejected.class, this::decide);
            assertThat(rejected).as("is refused").isNotNull();
            assertThat(rejected.reason()).isEqualTo(reason);
        }

        private List<AssessmentEvent> decide() {
            var state = AssessmentState.NONE.evolve(given);
            return switch (command) {
                case OpenAssessment it -> OpenAssessment.decide(it, state);
                case RecordAnswers it -> RecordAnswers.decide(it, state, MODEL);
                case ConfirmAnswers it -> ConfirmAnswers.decide(it, state, MODEL);
                case WithdrawAnswer it -> WithdrawAnswer.decide(it, state, MODEL);
                case AssignRespondents it -> AssignRespondents.decide(it, state, MODEL);
                case UnassignRespondent it -> UnassignRespondent.decide(it, state);
                case AgreeAnswer it -> AgreeAnswer.decide(it, state, MODEL);
                case StartConsensusRound it -> StartConsensusRound.decide(it, state);
                case OverridePoints it -> OverridePoints.decide(it, state, MODEL);
                case SubmitAssessment it -> SubmitAssessment.decide(it, state);
                case ReturnAssessment it -> ReturnAssessment.decide(it, state);
                case FinalizeAssessment it -> FinalizeAssessment.decide(it, state, MODEL);
                case ReopenAssessment it -> ReopenAssessment.decide(it, state);
                case CancelAssessment it -> CancelAssessment.decide(it, state);
                default -> throw new IllegalArgumentException(command.toString());
            };
        }
    }
}
