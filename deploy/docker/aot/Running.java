import io.cairn.eventstore.DatabaseRoles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A service that runs from its extracted jar, on a database made for it. */
record Running(Process process, int port, int management, long startedAt) {
    private static final String KEY = "operator-key-of-the-training";
    private static final List<String> ROLES = List.of("migrator", "app", "appender", "projector");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static EmbeddedPostgres database() throws IOException {
        var database =
                EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(120)).start();
        DatabaseRoles.create(
                database.getPostgresDatabase(), new DatabaseRoles.Passwords("migrator", "app", "appender", "projector"));
        return database;
    }

    static Running start(Path folder, List<String> java, EmbeddedPostgres database) throws IOException {
        var command = new ArrayList<>(java);
        command.addAll(List.of("-jar", "cairn.jar"));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile("service", ".log").toFile());
        var environment = builder.environment();
        environment.put("CAIRN_DATABASE_URL", "jdbc:postgresql://localhost:" + database.getPort() + "/postgres");
        environment.put("CAIRN_DATABASE_MIGRATE", "true");
        for (var role : ROLES)
            if (!role.equals("appender") || !folder.getFileName().toString().startsWith("reporting"))
                environment.put("CAIRN_DATABASE_" + role.toUpperCase() + "_PASSWORD", role);
        environment.put("CAIRN_SECURITY_OPERATORKEY", KEY);
        environment.remove("SPRING_CONFIG_IMPORT");
        var port = freePort();
        var management = freePort();
        environment.put("CAIRN_PORT", String.valueOf(port));
        environment.put("CAIRN_MANAGEMENT_PORT", String.valueOf(management));
        var startedAt = System.nanoTime();
        return new Running(builder.start(), port, management, startedAt);
    }

    /** How many milliseconds it took until it said that requests may come. */
    long ready() throws Exception {
        for (var look = 0; look < 6_000 && process.isAlive(); look++) {
            try {
                if (ask("http://localhost:" + management + "/actuator/health/readiness") == 200)
                    return (System.nanoTime() - startedAt) / 1_000_000;
            } catch (IOException e) {
                // not yet
            }
            Thread.sleep(20); // between looks
        }
        throw new IllegalStateException("it does not become ready");
    }

    int ask(String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + KEY);
        return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    /** What it holds of the machine's memory now, in MB. */
    long residentMegabytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            var kilobytes = lines.filter(line -> line.startsWith("VmRSS:")).findFirst().orElse("VmRSS: 0 kB");
            return Long.parseLong(kilobytes.replaceAll("[^0-9]", "")) / 1_000;
        }
    }

    /** What it has taken of the processors until now. */
    long processorMillis() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    /** In order. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(300, TimeUnit.SECONDS)) throw new IllegalStateException("it does not stop");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
