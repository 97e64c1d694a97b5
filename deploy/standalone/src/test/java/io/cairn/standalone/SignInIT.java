package io.cairn.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo tenant's people, by the login page that comes with the one process. */
class SignInIT {
    @Test
    void people_sign_in_with_a_password_and_PKCE_and_tokens_outlive_a_restart(@TempDir Path home) throws IOException {
        String before;
        var port = freePort();
        var settings = Map.of("CAIRN_PORT", Integer.toString(port));
        try (var cairn = CairnProcess.start(home, true, settings)) {
            var console = console(port);
            var viewer = as(port, token(console, cairn, "viewer"));
            assertThat(viewer.get("/tenant").orFail("tenant").path("slug").asString())
                    .isEqualTo("demo");
            assertThat(viewer.get("/keys").status()).isEqualTo(403);
            before = token(console, cairn, "admin");
            assertThat(as(port, before).get("/keys").status()).isEqualTo(200);

            var invitation = as(port, before)
                    .post(
                            "/invitations",
                            Map.of("name", "Guest", "email", "guest@example.com", "roles", List.of("viewer")))
                    .orFail("invitation");
            var guest = as(
                    port,
                    invited(port)
                            .as("newcomer", cairn.secret("demo-password-newcomer"))
                            .text("access_token"));
            assertThat(guest.get("/tenant").status()).isEqualTo(401);
            guest.post(
                            "/invitations/acceptance",
                            Map.of("token", invitation.path("token").asString()))
                    .orFail("acceptance");
            assertThat(guest.get("/tenant").orFail("tenant").path("slug").asString())
                    .isEqualTo("demo");

            var password = cairn.secret("demo-password-admin");
            var idToken = console.as("demo-admin", password).text("id_token");
            assertThat(as(port, idToken).get("/keys").status()).isEqualTo(401);
            assertThatThrownBy(() -> console.as("demo-admin", "wrong")).isInstanceOf(IllegalStateException.class);
            for (var method : List.of("", "plain"))
                assertThat(new Browser()
                                .open(console.authorize(method, SignIn.challenge("x")), console.redirect())
                                .sentTo())
                        .contains("error=invalid_request");
            var byPassword = console.token(Map.of(
                    "grant_type", "password",
                    "client_id", "cairn-console",
                    "username", "demo-admin",
                    "password", password));
            assertThat(byPassword.status()).isEqualTo(401);
            for (var file : List.of("sign-in-key", "demo-password-admin"))
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(file))))
                        .isEqualTo("rw-------");
        }
        try (var again = CairnProcess.start(home, true, settings)) {
            assertThat(as(port, before).get("/keys").status()).isEqualTo(200);
        }
    }

    private static SignIn console(int port) {
        var address = "http://localhost:" + port;
        return new SignIn(address, "cairn-console", address + "/swagger-ui/oauth2-redirect.html");
    }

    /** Where the page of invitations signs people in. */
    private static SignIn invited(int port) {
        var address = "http://localhost:" + port;
        return new SignIn(address, "cairn-console", address + "/invitations");
    }

    private static SampleClient as(int port, String token) {
        return new SampleClient("http://localhost:" + port, token);
    }

    private static String token(SignIn console, CairnProcess cairn, String role) throws IOException {
        return console.as("demo-" + role, cairn.secret("demo-password-" + role)).text("access_token");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
