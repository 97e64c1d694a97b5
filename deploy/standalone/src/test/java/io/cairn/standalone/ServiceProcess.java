package io.cairn.standalone;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One service from its own jar, as a process on a database that others use too. */
final class ServiceProcess implements AutoCloseable {
    static final String OPERATOR_KEY = "operator-key-of-the-tests";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(120);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final File log;
    private final int port;
    private final int managementPort;

    private ServiceProcess(Process process, File log, int port, int managementPort) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** What a service said, and where the event is that it wrote. */
    record Answer(int status, JsonNode body, String position) {}

    /** Does not wait for it. */
    static ServiceProcess start(String service, EmbeddedDatabase database, Path directory) throws IOException {
        var passwords = new HashMap<String, String>();
        for (var role : EmbeddedDatabase.ROLES) passwords.put(role, database.password(role));
        return start(service, database.url(), passwords, directory);
    }

    /** The same on any database; passwords by role. Does not wait for it. */
    static ServiceProcess start(String service, String url, Map<String, String> passwords, Path directory)
            throws IOException {
        var log = Files.createTempFile(directory, service, ".log").toFile();
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1", // it is to start soon, and does not live long
                        "-jar",
                        jar(service).toString())
                .redirectErrorStream(true)
                .redirectOutput(log);
        var port = freePort();
        var managementPort = freePort();
        var environment = builder.environment();
        environment.put("CAIRN_DATABASE_URL", url);
        environment.put("CAIRN_DATABASE_MIGRATE", "true");
        for (var role : EmbeddedDatabase.ROLES)
            if (!role.equals("appender") || service.equals("assessment-service"))
                environment.put(
                        "CAIRN_DATABASE_" + role.toUpperCase(java.util.Locale.ROOT) + "_PASSWORD", passwords.get(role));
        environment.put("CAIRN_SECURITY_OPERATORKEY", OPERATOR_KEY);
        environment.put("CAIRN_PORT", Integer.toString(port));
        environment.put("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs");
        environment.put("CAIRN_MANAGEMENT_PORT", Integer.toString(managementPort));
        return new ServiceProcess(builder.start(), log, port, managementPort);
    }

    private static Path jar(String service) throws IOException {
        try (var jars = Files.newDirectoryStream(Path.of("..", "..", service, "target"), "*-exec.jar")) {
            return jars.iterator().next();
        }
    }

    /** Until it says that requests may come. */
    ServiceProcess ready() throws IOException, InterruptedException {
        var ready = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + managementPort + "/actuator/health/readiness"))
                .build();
        for (var end = System.nanoTime() + START_NANOS; System.nanoTime() < end && process.isAlive(); ) {
            try {
                if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) return this;
            } catch (IOException e) {
                // not yet
            }
            Thread.sleep(100); // between looks
        }
        throw new IOException("it does not become ready:\n" + Files.readString(log.toPath()));
    }

    /** What it has said on its output. */
    String said() throws IOException {
        return Files.readString(log.toPath());
    }

    boolean isReady() {
        var ready = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + managementPort + "/actuator/health/readiness"))
                .build();
        try {
            return http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Answer get(String key, String path) throws IOException, InterruptedException {
        return send(key, path, HttpRequest.newBuilder().GET());
    }

    Answer post(String key, String path, Object body) throws IOException, InterruptedException {
        return send(
                key,
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private Answer send(String key, String path, HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(
                request.uri(URI.create("http://localhost:" + port + "/api/v1" + path))
                        .header("Authorization", "Bearer " + key)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var body = response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
        return new Answer(
                response.statusCode(),
                body,
                response.headers().firstValue("X-Event-Position").orElse(""));
    }

    /** With -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS))
                throw new IOException("it does not stop:\n" + Files.readString(log.toPath()));
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
