package io.cairn.assessment.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RacesHttpTest {
    private final Client admin = Service.tenant("automatic");

    @Test
    void of_many_openings_at_once_one_is_done() {
        admin.post("/units", Map.of("code", "brand-a", "name", "Brand A")).expect(201);
        var replies = atOnce(IntStream.range(0, 8)
                .<Callable<Reply>>mapToObj(
                        i -> () -> admin.post("/assessments", AssessmentStory.of("brand-a", AssessmentStory.PERIOD)))
                .toList());
        assertThat(replies).extracting(Reply::status).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(replies.stream().map(it -> it.text("/id")).distinct()).hasSize(1);
    }

    @Test
    void answers_to_several_questions_at_once_are_all_recorded() {
        var story = AssessmentStory.open(admin);
        var replies = atOnce(List.of("osi", "hci", "tii").stream()
                .<Callable<Reply>>map(question -> () -> story.answer(question, 0.5))
                .toList());
        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(story.etag()).isEqualTo("\"v3\"");
    }

    @Test
    void of_two_who_submit_what_they_saw_one_is_late() {
        var story = AssessmentStory.open(admin);
        var seen = story.etag();
        var replies = atOnce(IntStream.range(0, 2)
                .<Callable<Reply>>mapToObj(i -> () -> admin.post(story.path() + "/submission", Map.of(), seen))
                .toList());
        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 412);
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
