package io.cairn.standalone;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Keycloak of its own with the realm of deploy/keycloak, in its development mode: over HTTP, on a database in memory. */
final class KeycloakProcess implements AutoCloseable {
    static final String PASSWORD = Home.newSecret();
    static final String ROBOT_SECRET = Home.newSecret();

    private static final Path UNPACKED = Path.of("target", "keycloak");
    private static final Path REALM = Path.of("..", "keycloak");
    private static final String ADMIN_PASSWORD = Home.newSecret();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process process;
    private final File log;
    private final String address;

    private KeycloakProcess(Process process, File log, String address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /** Whether the build has unpacked it. */
    static boolean isThere() {
        return Files.isDirectory(UNPACKED);
    }

    /** Returns when it answers. @param publicUrl where Cairn is to be reached by browsers */
    static KeycloakProcess start(Path directory, String publicUrl) throws IOException {
        var home = home();
        var port = freePort();
        var log = directory.resolve("keycloak.log").toFile();
        var builder = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--cache=local",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + freePort())
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "CAIRN_PUBLIC_URL", publicUrl,
                        "CAIRN_DEMO_PASSWORD", PASSWORD,
                        "CAIRN_ROBOT_SECRET", ROBOT_SECRET,
                        "KC_BOOTSTRAP_ADMIN_USERNAME", "root",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD));
        var keycloak = new KeycloakProcess(builder.start(), log, "http://localhost:" + port);
        keycloak.awaitReady();
        return keycloak;
    }

    /** It builds itself at its first start, which takes long, and keeps that in its folder; people and keys are in memory. */
    private static Path home() throws IOException {
        Path home;
        try (var found = Files.list(UNPACKED)) {
            home = found.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        var imported = Files.createDirectories(home.resolve("data/import"));
        for (var name : new String[] {"cairn-realm.json", "cairn-users-0.json"})
            Files.copy(REALM.resolve(name), imported.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        return home;
    }

    String issuer() {
        return issuer("cairn");
    }

    String issuer(String realm) {
        return address + "/realms/" + realm;
    }

    /** A token of the realm that administers Keycloak itself. */
    String adminToken() {
        return SignIn.post(
                        issuer("master") + "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type", "password",
                                "client_id", "admin-cli",
                                "username", "root",
                                "password", ADMIN_PASSWORD))
                .text("access_token");
    }

    JsonNode administer(String method, String path, Object body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(address + "/admin/realms/cairn" + path))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        var reply = SignIn.send(request);
        if (reply.status() >= 300) throw new IOException(method + " " + path + ": " + reply);
        return reply.body();
    }

    JsonNode look(String path) throws IOException {
        return administer("GET", path, "");
    }

    private void awaitReady() throws IOException {
        for (var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(6);
                System.nanoTime() < end && process.isAlive(); ) {
            try {
                if (SignIn.send(HttpRequest.newBuilder(URI.create(issuer()))).status() == 200) return;
                Thread.sleep(200); // between looks
            } catch (java.io.UncheckedIOException e) {
                // not yet
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            }
        }
        close();
        throw new IOException("it does not become ready:\n" + Files.readString(log.toPath()));
    }

    @Override
    public void close() throws IOException {
        var children = process.descendants().toList(); // kc.sh is a script that starts Java
        process.destroy();
        children.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) children.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
