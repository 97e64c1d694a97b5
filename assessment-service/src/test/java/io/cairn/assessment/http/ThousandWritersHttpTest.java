package io.cairn.assessment.http;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.json.CairnJson;
import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Evidence;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.Question;
import io.cairn.maturity.Scale;
import io.cairn.maturity.Scoring;
import io.cairn.maturity.ShippedModels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of many who write to one assessment at the same time. {@code -Dcairn.long=true} repeats it. */
class ThousandWritersHttpTest {
    private static final int WRITERS = 1000;
    private static final int ROUNDS = Boolean.getBoolean("cairn.long") ? 10 : 1;
    private static final ModelRef MODEL = ModelRef.of("memm", "1.0.0");
    private static final String EVIDENCE = "https://wiki.example/evidence";

    private final Client admin = Service.tenant("automatic");

    @Test
    void of_a_thousand_who_saw_the_same_one_wins() {
        admin.post("/units", Map.of("code", "brand-a", "name", "Brand A")).expect(201);
        for (var round = 1; round <= ROUNDS; round++) {
            var story = AssessmentStory.open(admin, "brand-a", (2000 + round) + "-Q1");
            var seen = story.etag();
            var begun = System.nanoTime();
            var replies = atOnce(IntStream.range(0, WRITERS)
                    .<Callable<Reply>>mapToObj(
                            i -> () -> admin.put(story.path() + "/answers/osi", Map.of("value", i / 1000.0), seen))
                    .toList());
            var statuses = replies.stream().collect(groupingBy(Reply::status, counting()));
            assertThat(statuses).isEqualTo(Map.of(200, 1L, 412, WRITERS - 1L));
            assertThat(story.etag()).isEqualTo("\"v1\"");
            System.out.printf("%d writers, one If-Match: %s in %d ms%n", WRITERS, statuses, millisSince(begun));
        }
    }

    @Test
    void a_thousand_who_do_not_mind_the_others_all_get_their_turn() {
        admin.post("/units", Map.of("code", "brand-a", "name", "Brand A")).expect(201);
        for (var round = 1; round <= ROUNDS; round++) {
            var story = AssessmentStory.open(admin, "brand-a", (2000 + round) + "-Q1");
            var begun = System.nanoTime();
            var replies = atOnce(IntStream.range(0, WRITERS)
                    .<Callable<Reply>>mapToObj(i -> () -> story.answer("osi", i / 1000.0))
                    .toList());
            assertThat(replies).extracting(Reply::status).containsOnly(200);
            assertThat(replies.stream().map(Reply::etag).toList())
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, WRITERS)
                            .mapToObj(version -> "\"v" + version + "\"")
                            .toList());
            var history = admin.get(story.path() + "/answers/osi/history").expect(200);
            assertThat(history.at("/items")).hasSize(WRITERS);
            System.out.printf("%d writers, each in turn: all done in %d ms%n", WRITERS, millisSince(begun));
        }
    }

    @Test
    void two_first_answers_to_each_of_sixty_questions_leave_one_each_and_the_right_profile() {
        admin.post("/units", Map.of("code", "brand-a", "name", "Brand A")).expect(201);
        var model = ShippedModels.find(MODEL).orElseThrow().model();
        var questions = model.questions().values().stream().limit(60).toList();
        assertThat(questions).hasSize(60);
        for (var round = 1; round <= ROUNDS; round++) {
            var period = (2000 + round) + "-Q1";
            var id = admin.post(
                            "/assessments",
                            Map.of(
                                    "unit",
                                    "brand-a",
                                    "model",
                                    Map.of("key", "memm", "version", "1.0.0"),
                                    "period",
                                    period))
                    .expect(201)
                    .text("/id");
            var path = "/assessments/" + id;
            var begun = System.nanoTime();
            var replies = atOnce(questions.stream()
                    .flatMap(question -> Stream.of(lowest(question), highest(question))
                            .<Callable<Reply>>map(value -> () -> admin.put(
                                    path + "/answers/" + question.key(),
                                    Map.of("value", value, "evidence", List.of(Map.of("url", EVIDENCE))))))
                    .toList());
            assertThat(replies).extracting(Reply::status).containsOnly(200);
            System.out.printf("2 answers to each of 60 questions at once in %d ms%n", millisSince(begun));
            var stand = new HashMap<QuestionKey, AgreedAnswer>();
            for (var line : admin.get(path + "/answers").expect(200).at("/items")) {
                var value = CairnJson.mapper().treeToValue(line.at("/value"), AnswerValue.class);
                var key = new QuestionKey(line.at("/question").asString());
                assertThat(stand.put(key, agreed(value)))
                        .as("one answer to %s", key)
                        .isNull();
            }
            assertThat(stand).hasSize(60);
            for (var question : questions) {
                var history = admin.get(path + "/answers/" + question.key() + "/history")
                        .expect(200)
                        .at("/items");
                assertThat(history).as("a first answer and a change").hasSize(2);
            }
            var profile = admin.get(path + "/profile").expect(200);
            var right =
                    Scoring.profile(model, stand, FiscalCalendar.parse("01-01").lastDay(Period.parse(period)));
            assertThat(profile.at("/overall")).isEqualTo(CairnJson.mapper().valueToTree(right.overall()));
            assertThat(profile.at("/dimensions")).isEqualTo(CairnJson.mapper().valueToTree(right.dimensions()));
        }
    }

    private static AgreedAnswer agreed(AnswerValue value) {
        return AgreedAnswer.of(
                new Answer(new Response.Given(value), null, List.of(new Evidence(EVIDENCE, null, null)), null));
    }

    private static Object lowest(Question question) {
        return switch (question.scale()) {
            case Scale.Truth ignored -> false;
            case Scale.Choice it -> it.options().getFirst().key();
            case Scale.Likert ignored -> 1;
            case Scale.Numeric it -> it.min();
            case Scale.Percent ignored -> 0;
        };
    }

    private static Object highest(Question question) {
        return switch (question.scale()) {
            case Scale.Truth ignored -> true;
            case Scale.Choice it -> it.options().getLast().key();
            case Scale.Likert it -> it.levels();
            case Scale.Numeric it -> it.max();
            case Scale.Percent ignored -> 100;
        };
    }

    private static long millisSince(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private static List<Reply> atOnce(List<Callable<Reply>> calls) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies = new ArrayList<Reply>();
            for (Future<Reply> future : threads.invokeAll(calls)) replies.add(future.get());
            return replies;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
