package io.cairn.assessment.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Mail from the outside: the server is a real one on this machine, the clock is moved by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailHttpTest {
    private final int port = free();
    private final GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private MovingService service;
    private int tenants;

    @BeforeAll
    void start() {
        server.start();
        service = new MovingService(
                Instant.parse("2026-11-22T08:00:00Z"),
                "--cairn.mail.host=127.0.0.1",
                "--cairn.mail.port=" + port,
                "--cairn.mail.tls=never",
                "--cairn.mail.from=noreply@cairn.example.org",
                "--cairn.mail.public-url=https://cairn.example.org");
    }

    @AfterAll
    void stop() {
        service.close();
        server.stop();
    }

    @Test
    void whoever_it_is_for_gets_mail_in_their_language() {
        var admin = tenant();
        person(admin, "user:rita", "fr", List.of("reviewer"));
        person(admin, "user:vic", "nl", List.of("viewer"));
        person(admin, "user:ann", "en", List.of());
        var story = AssessmentStory.open(admin);
        admin.post(story.path() + "/respondents", Map.of("respondents", List.of(Map.of("respondent", "user:ann"))))
                .expect(200);
        service.deliver();
        assertThat(subjects("user:ann")).containsExactly("You are asked to answer: brand-a, 2026-Q4");
        assertThat(subjects("user:rita")).isEmpty();
        assertThat(subjects("user:vic")).isEmpty();
    }

    @Test
    void roles_reach_those_who_said_so_and_each_gets_one_mail_of_a_notice() {
        var admin = tenant();
        person(admin, "user:both", "fr", List.of("reviewer", "facilitator"));
        AssessmentStory.open(admin).answered(0.5).submitted();
        service.deliver();
        assertThat(subjects("user:both")).containsExactly("Soumise à la revue : brand-a, 2026-Q4");
    }

    @Test
    void who_did_it_and_who_muted_the_kind_get_none() {
        var admin = tenant();
        var reviewer = admin.as("reviewer");
        var me = reviewer.put("/directory/me", Map.of("name", "R", "email", "muted@example.com"))
                .expect(200);
        admin.put(
                        "/directory/" + me.text("/actor"),
                        Map.of("name", "R", "email", "muted@example.com", "roles", List.of("reviewer")))
                .expect(200);
        reviewer.put(
                        "/notifications/preferences",
                        Map.of("kinds", Map.of("assessment.submitted", Map.of("feed", true, "email", false))))
                .expect(200);
        var own = admin.put(
                        "/directory/me", Map.of("name", "A", "email", "doer@example.com", "roles", List.of("reviewer")))
                .expect(200);
        AssessmentStory.open(admin).answered(0.5).submitted();
        service.deliver();
        assertThat(to("muted@example.com")).isEmpty();
        assertThat(to("doer@example.com")).as(own.text("/actor")).isEmpty();
        assertThat(reviewer.get("/notifications").expect(200).text("/items/0/kind"))
                .isEqualTo("assessment.submitted");
    }

    @Test
    void who_was_erased_before_it_was_sent_gets_none() {
        var admin = tenant();
        person(admin, "user:gone", "en", List.of("reviewer"));
        AssessmentStory.open(admin).answered(0.5).submitted();
        service.settle();
        admin.delete("/directory/user:gone").expect(204);
        service.deliver();
        assertThat(sent("user:gone")).isEmpty();
        assertThat(admin.get("/notifications/mails").expect(200).text("/items/0/state"))
                .isEqualTo("dropped");
    }

    @Test
    void while_the_server_is_away_mail_waits_and_no_try_is_counted() {
        var admin = tenant();
        person(admin, "user:late", "en", List.of("reviewer"));
        server.stop();
        AssessmentStory.open(admin).answered(0.5).submitted();
        service.deliver();
        var waiting = admin.get("/notifications/mails?state=waiting").expect(200);
        assertThat(waiting.at("/items")).hasSize(1);
        assertThat(waiting.at("/items/0/attempts").asInt()).isZero();
        server.start();
        service.deliverAfter(Duration.ofMinutes(1));
        assertThat(subjects("user:late")).containsExactly("Submitted for review: brand-a, 2026-Q4");
        assertThat(admin.get("/notifications/mails").expect(200).text("/items/0/state"))
                .isEqualTo("sent");
    }

    @Test
    void mail_that_waited_for_days_is_dead_and_can_be_sent_all_the_same() {
        var admin = tenant();
        person(admin, "user:dead", "en", List.of("reviewer"));
        AssessmentStory.open(admin).answered(0.5).submitted();
        service.settle();
        service.deliverAfter(Duration.ofDays(4));
        assertThat(sent("user:dead")).isEmpty();
        var dead = admin.get("/notifications/mails?state=dead").expect(200);
        assertThat(dead.text("/items/0/error")).isEqualTo("late");
        var path = "/notifications/mails/" + dead.text("/items/0/notification") + "/resending?actor=";
        admin.post(path + "user:dead", Map.of()).expect(202);
        admin.post(path + "user:nobody", Map.of()).expectProblem(404, "not-found");
        service.deliver();
        assertThat(sent("user:dead")).hasSize(1);
        admin.as("facilitator").get("/notifications/mails").expect(403);
    }

    private void person(Client admin, String actor, String language, List<String> roles) {
        admin.put(
                        "/directory/" + actor,
                        Map.of("name", actor, "email", address(actor), "language", language, "roles", roles))
                .expect(200);
    }

    /** Its own for each tenant of this class. */
    private String address(String actor) {
        return actor.replace("user:", "") + tenants + "@example.com";
    }

    private List<MimeMessage> sent(String actor) {
        return to(address(actor));
    }

    private List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(it -> recipients(it).contains("<" + address + ">"))
                .toList();
    }

    private List<String> subjects(String actor) {
        return sent(actor).stream().map(MailHttpTest::subject).toList();
    }

    private static String recipients(MimeMessage message) {
        try {
            return Arrays.toString(message.getAllRecipients());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that the server comes back to after it was away. */
    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Client tenant() {
        return service.tenant("mail-" + ++tenants, "01-01");
    }
}
