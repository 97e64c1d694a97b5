package io.cairn.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://wiki.example",
                "http://wiki.example/",
                "https://wiki.example/a/b_c~d-e.pdf",
                "HTTPS://wiki.example/a?b=c&d=%20#e",
                "https://wiki.example:8443/a",
                "https://[::1]/a",
                "https://wiki.example/überblick"
            })
    void a_link_leads_somewhere(String url) {
        assertThat(new Evidence(url, null, null).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "https://",
                "wiki.example",
                "ftp://wiki.example",
                "javascript:alert(1)",
                "https://wiki.example/a b",
                "https://wiki.example/a\u0000",
                "https://wiki.example/\ud800",
                "https://wiki.example/<a>",
                "https://wiki.example/%zz"
            })
    void what_is_no_link_is_refused(String url) {
        assertThatThrownBy(() -> new Evidence(url, null, null)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_link_has_2000_characters_at_most() {
        var longest = "https://wiki.example/" + "x".repeat(2_000 - 21);
        assertThat(new Evidence(longest, null, null).url()).hasSize(2_000);
        assertThatThrownBy(() -> new Evidence(longest + "x", null, null)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_link_that_is_taken_at_a_glance_would_be_taken_after_a_closer_look() throws Exception {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++) {
            var url = "https://" + some(random, "aZ9-.") + (random.nextBoolean() ? "/" + some(random, "aZ9-._~/") : "");
            new Evidence(url, null, null);
            assertThat(new URI(url).getScheme()).isEqualTo("https");
        }
    }

    private static String some(Random random, String of) {
        var text = new StringBuilder();
        for (var length = 1 + random.nextInt(8); length > 0; length--)
            text.append(of.charAt(random.nextInt(of.length())));
        return text.toString();
    }
}
