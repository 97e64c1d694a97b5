package io.cairn.assessment.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.assessment.http.VotesHttpTest.Respondent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Many respondents who answer the same assessments at the same time: nothing is lost, and nobody's answer is overwritten.
 * 60 of 10 assessments; {@code -Dcairn.long=true} makes it 500 of 50.
 */
class ManyRespondentsHttpTest {
    private static final boolean LONG = Boolean.getBoolean("cairn.long");
    private static final int RESPONDENTS = LONG ? 500 : 60;
    private static final int ASSESSMENTS = LONG ? 50 : 10;
    private static final List<String> QUESTIONS = List.of("osi", "hci", "tii");
    /** Connections that are open at once; all others wait for one. */
    private static final Semaphore CONNECTIONS = new Semaphore(500);

    private final Client admin = Service.tenant("automatic");

    @Test
    void every_vote_is_kept_as_it_was_given() {
        var people = atOnce(IntStream.range(0, RESPONDENTS)
                .<Callable<Respondent>>mapToObj(i -> () -> Respondent.of(admin, "respondent " + i))
                .toList());
        var assigning = Map.of(
                "respondents",
                people.stream().map(it -> Map.of("respondent", it.actor())).toList());
        admin.post("/units", Map.of("code", "brand-a", "name", "Brand A")).expect(201);
        var stories = IntStream.range(0, ASSESSMENTS)
                .mapToObj(i -> AssessmentStory.open(admin, "brand-a", (1980 + i) + "-Q1"))
                .toList();
        for (var story : stories)
            admin.post(story.path() + "/respondents", assigning).expect(200);

        var calls = new ArrayList<Callable<Reply>>();
        for (var story : stories)
            for (var who = 0; who < RESPONDENTS; who++) calls.add(answering(people.get(who), who, story));
        Collections.shuffle(calls, new Random(1));
        var begun = System.nanoTime();
        var replies = atOnce(calls);
        var took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.printf("%d respondents, %d assessments: %d ms%n", RESPONDENTS, ASSESSMENTS, took.toMillis());
        assertThat(replies).extracting(Reply::status).containsOnly(200);

        for (var story : stories) {
            var kept = kept(admin.get(story.path() + "/votes").expect(200).at("/items"));
            for (var who = 0; who < RESPONDENTS; who++)
                for (var question = 0; question < QUESTIONS.size(); question++)
                    assertThat(kept.get(QUESTIONS.get(question) + " "
                                    + people.get(who).actor()))
                            .isEqualTo(value(who, question));
            assertThat(kept).hasSize(RESPONDENTS * QUESTIONS.size());
            var history =
                    admin.get(story.path() + "/answers/osi/history").expect(200).at("/items");
            assertThat(history).as("each a first answer of their own").hasSize(RESPONDENTS);
            for (var change : history) {
                assertThat(change.at("/change").asString()).isEqualTo("recorded");
                assertThat(change.at("/respondent").asString())
                        .isEqualTo(change.at("/actor").asString());
            }
        }
    }

    private static Callable<Reply> answering(Respondent person, int who, AssessmentStory story) {
        var answers = IntStream.range(0, QUESTIONS.size())
                .mapToObj(it -> Map.of("question", QUESTIONS.get(it), "value", value(who, it)))
                .toList();
        return () -> person.client().post(story.path() + "/answers", Map.of("answers", answers));
    }

    /** Everybody's own, different for each question. */
    private static double value(int who, int question) {
        return (who * 3 + question) / 2000.0;
    }

    private static Map<String, Double> kept(JsonNode lines) {
        var kept = new HashMap<String, Double>();
        for (var line : lines)
            for (var vote : line.at("/votes"))
                kept.put(
                        line.at("/question").asString() + " "
                                + vote.at("/respondent").asString(),
                        vote.at("/answer/value").asDouble());
        return kept;
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(
                    calls.stream().map(ManyRespondentsHttpTest::connected).toList())) results.add(future.get());
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> Callable<T> connected(Callable<T> call) {
        return () -> {
            CONNECTIONS.acquire();
            try {
                return call.call();
            } finally {
                CONNECTIONS.release();
            }
        };
    }
}
