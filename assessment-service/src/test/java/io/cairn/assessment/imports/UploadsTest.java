package io.cairn.assessment.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.platform.problem.BodyTooLarge;
import io.cairn.platform.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class UploadsTest {
    private static InputStream file(int bytes) {
        return new ByteArrayInputStream(new byte[bytes]);
    }

    @Test
    void files_share_the_room_and_one_for_which_there_is_none_is_to_come_again() throws IOException {
        var uploads = new Uploads(1_000, 1_500);
        var first = uploads.receive(file(1_000));
        var second = uploads.receive(file(500));
        assertThatThrownBy(() -> uploads.receive(file(1))).isInstanceOf(ProblemException.class);
        second.close();
        try (var third = uploads.receive(file(500))) {
            assertThat(third.content().readAllBytes()).hasSize(500);
        }
        first.close();
        uploads.receive(file(1_000)).close();
    }

    @Test
    void one_that_is_too_large_leaves_its_room_to_others() throws IOException {
        var uploads = new Uploads(1_000, 1_000);
        for (var i = 0; i < 3; i++)
            assertThatThrownBy(() -> uploads.receive(file(200_000))).isInstanceOf(BodyTooLarge.class);
        uploads.receive(file(1_000)).close();
    }

    @Test
    void one_of_the_largest_kind_always_has_room() throws IOException {
        new Uploads(1_000, 10).receive(file(1_000)).close();
    }
}
