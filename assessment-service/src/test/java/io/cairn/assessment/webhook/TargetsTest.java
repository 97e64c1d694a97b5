package io.cairn.assessment.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.language.InvalidValue;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {
    private static final Map<String, String[]> NAMES = Map.of(
            "hooks.example.com", new String[] {"93.184.216.34", "2606:2800:220:1::1"},
            "sneaky.example.com", new String[] {"93.184.216.34", "10.0.0.7"},
            "inside.example.com", new String[] {"169.254.169.254"});

    private final Targets targets = new Targets(settings(false), TargetsTest::look);

    static WebhookProperties settings(boolean lenient) {
        return new WebhookProperties(
                lenient,
                lenient,
                Duration.ofSeconds(2),
                Duration.ofDays(5),
                Duration.ofHours(24),
                20,
                Duration.ofDays(30),
                null);
    }

    private static InetAddress[] look(String host) throws UnknownHostException {
        var known = NAMES.get(host);
        if (known == null) return InetAddress.getAllByName(host); // literals, and names of this machine
        var addresses = new InetAddress[known.length];
        for (var i = 0; i < known.length; i++) addresses[i] = InetAddress.getByName(known[i]);
        return addresses;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com/a/b?c=d",
                "https://hooks.example.com:8443",
                "HTTPS://hooks.example.com/",
                "https://93.184.216.34/",
                "https://[2606:2800:220:1::1]/"
            })
    void what_is_public_is_taken(String url) {
        assertThat(targets.checked(url).toString()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/",
                "https://localhost./",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[fe80::1]/",
                "https://10.1.2.3/",
                "https://169.254.169.254/latest/meta-data",
                "https://0.0.0.0/",
                "https://sneaky.example.com/",
                "https://inside.example.com/",
                "https://nowhere.invalid/",
            })
    void a_host_within_is_refused_in_the_same_words_as_an_unknown_one(String url) {
        assertThatThrownBy(() -> targets.checked(url))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(
                        "the host is not known, or has an address that is not public (loopback, private, link-local)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/",
                "ftp://hooks.example.com/",
                "file:///etc/passwd",
                "hooks.example.com",
                "https:///path",
                "https://user:secret@hooks.example.com/",
                "https://hooks.example.com/#part",
                "https://hooks.example.com:0/",
                "https://hooks.example.com:70000/",
                "https://2130706433/",
                "https://127.1/",
                "https://0x7f000001/",
                "https://[fe80::1%25eth0]/",
                "https://hooks.example.com/\r\nX-Header: 1",
                "https://hooks example.com/",
                "",
            })
    void what_is_no_such_url_is_refused(String url) {
        assertThatThrownBy(() -> targets.checked(url)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void on_ones_own_machine_everything_can_be_let_in() {
        var lenient = new Targets(settings(true), TargetsTest::look);
        assertThat(lenient.checked("http://localhost:8080/hook")).hasHost("localhost");
    }
}
