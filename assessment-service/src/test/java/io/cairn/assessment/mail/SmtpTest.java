package io.cairn.assessment.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real SMTP server on this machine. */
class SmtpTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private int port;

    @BeforeEach
    void start() {
        server.start();
        port = server.getSmtp().getPort();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_letter_arrives_with_its_words_its_language_and_its_own_id() throws Exception {
        send("Zoé Ångström", "Soumise à la revue", "C'est l'été.\n\nhttps://cairn.example.org\n");
        var message = only();
        assertThat(message.getMessageID()).isEqualTo("<letter-1@cairn.example.org>");
        assertThat(message.getSubject()).isEqualTo("Soumise à la revue");
        assertThat(GreenMailUtil.getBody(message)).isNotBlank();
        assertThat(message.getContent().toString().replace("\r\n", "\n").strip())
                .isEqualTo("C'est l'été.\n\nhttps://cairn.example.org");
        assertThat(message.getAllRecipients()[0].toString()).contains("<zoe@example.com>");
        assertThat(((jakarta.mail.internet.InternetAddress) message.getAllRecipients()[0]).getPersonal())
                .isEqualTo("Zoé Ångström");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("Content-Language")).containsExactly("fr");
        assertThat(message.getFrom()[0].toString()).isEqualTo("noreply@cairn.example.org");
    }

    @Test
    void a_line_break_in_a_name_or_subject_begins_no_header() throws Exception {
        send("Ann\r\nBcc: all@example.com", "Hello\r\nX-Evil: yes", "text");
        var message = only();
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getHeader("X-Evil")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
    }

    @Test
    void an_address_that_is_none_is_refused_and_not_named() throws Exception {
        try (var counter = smtp(null).open()) {
            var letter = new Letter("letter-1", "Ann", "not an address", "en", "Subject", "text");
            assertThatThrownBy(() -> counter.send(letter))
                    .isInstanceOf(PostOffice.Refused.class)
                    .message()
                    .doesNotContain("not an address");
        }
    }

    @Test
    void a_server_that_is_away_is_out_of_reach() {
        server.stop();
        assertThatThrownBy(() -> smtp(null).open()).isInstanceOf(PostOffice.OutOfReach.class);
    }

    @Test
    void a_user_that_the_server_does_not_know_is_told_apart() {
        assertThatThrownBy(() -> smtp("nobody").open())
                .isInstanceOf(PostOffice.OutOfReach.class)
                .hasMessage("the mail server refuses the user");
        server.setUser("sender@example.com", "sender", "secret");
        assertThat(opens("sender")).isTrue();
    }

    @Test
    void without_tls_nothing_is_said_where_tls_is_asked_for() {
        var settings = settings(null, MailProperties.Tls.STARTTLS);
        assertThatThrownBy(() -> new Smtp(settings, CLOCK).open()).isInstanceOf(PostOffice.OutOfReach.class);
    }

    @Test
    void what_the_server_refuses_for_good_is_told_from_what_it_may_take_later_and_its_words_are_left_out() {
        assertThat(refusal("550 5.1.1 <zoe@example.com> is unknown here"))
                .hasMessage("smtp-550")
                .matches(PostOffice.Refused::forGood);
        assertThat(refusal("451 4.7.1 zoe@example.com: come back later"))
                .hasMessage("smtp-451")
                .matches(it -> !it.forGood());
    }

    /** What comes of a letter whose recipient a server answers so to. */
    private PostOffice.Refused refusal(String answer) {
        try (var scripted = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> converse(scripted, answer));
            port = scripted.getLocalPort();
            try (var counter = smtp(null).open()) {
                counter.send(new Letter("letter-1", "Zoé", "zoe@example.com", "fr", "Subject", "text"));
            }
            throw new AssertionError("the letter was taken");
        } catch (PostOffice.Refused e) {
            return e;
        } catch (IOException | PostOffice.OutOfReach e) {
            throw new AssertionError(e);
        }
    }

    private static void converse(ServerSocket listening, String toRecipient) {
        try (var socket = listening.accept();
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            say(socket, "220 scripted");
            for (var line = in.readLine(); line != null; line = in.readLine())
                say(socket, line.startsWith("RCPT") ? toRecipient : line.startsWith("QUIT") ? "221 bye" : "250 ok");
        } catch (IOException hungUp) {
            return;
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    private boolean opens(String user) {
        try (var counter = smtp(user).open()) {
            return counter != null;
        } catch (PostOffice.OutOfReach e) {
            return false;
        }
    }

    private void send(String name, String subject, String text) throws Exception {
        try (var counter = smtp(null).open()) {
            counter.send(new Letter("letter-1", name, "zoe@example.com", "fr", subject, text));
        }
    }

    private MimeMessage only() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private Smtp smtp(@Nullable String user) {
        return new Smtp(settings(user, MailProperties.Tls.NEVER), CLOCK);
    }

    private MailProperties settings(@Nullable String user, MailProperties.Tls tls) {
        return new MailProperties(
                "127.0.0.1",
                port,
                tls,
                user,
                user == null ? null : "secret",
                "noreply@cairn.example.org",
                null,
                null,
                Duration.ofSeconds(5));
    }
}
