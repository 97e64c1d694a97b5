package io.cairn.bench.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged product as {@code deploy/run} starts it, with an empty home and a database server of its own. */
public final class CairnProcess implements AutoCloseable {
    static final String OPERATOR_KEY = "operator-key-of-the-bench";

    private static final List<Path> PLACES = List.of(
            Path.of("deploy/standalone/target/cairn-standalone-exec.jar"),
            Path.of("../standalone/target/cairn-standalone-exec.jar"));

    private final Path home;
    private final int port;
    private final Process process;

    private CairnProcess(Path home, int port, Process process) {
        this.home = home;
        this.port = port;
        this.process = process;
    }

    /** Returns when it says that it is ready. */
    public static CairnProcess start(Path home) throws IOException {
        var port = freePort();
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseCompactObjectHeaders",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Daxoniq.update-checker.disabled=true",
                        "-jar",
                        jar().toString())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "CAIRN_HOME", home.toString(),
                        "CAIRN_PORT", Integer.toString(port),
                        "CAIRN_MANAGEMENT_PORT", Integer.toString(freePort()),
                        "CAIRN_SAMPLE_DATA", "false",
                        "CAIRN_OPERATOR_KEY", OPERATOR_KEY));
        var cairn = new CairnProcess(home, port, builder.start());
        try {
            cairn.awaitReady();
            return cairn;
        } catch (IOException e) {
            cairn.close();
            throw e;
        }
    }

    public int port() {
        return port;
    }

    /** Of its database, without user and password. */
    public String databaseUrl() throws IOException {
        return secret("database-url");
    }

    /** Of the superuser {@code postgres} of its database. */
    public String databasePassword() throws IOException {
        return secret("database-superuser");
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (process.waitFor(60, TimeUnit.SECONDS)) return;
            process.destroyForcibly();
            throw new IOException("Cairn did not stop within a minute");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private String secret(String name) throws IOException {
        return Files.readString(home.resolve(name)).strip();
    }

    private void awaitReady() throws IOException {
        var said = new ArrayList<String>();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.startsWith("Cairn is ready: ")) {
                Thread.ofVirtual().start(() -> readOn(lines));
                return;
            }
        }
        throw new IOException("Cairn ended before it was ready:\n" + String.join("\n", said));
    }

    /** What it says afterwards must go somewhere, or it would stand still. */
    private static void readOn(BufferedReader lines) {
        try {
            while (lines.readLine() != null) {}
        } catch (IOException e) {
            // it has ended
        }
    }

    private static Path jar() throws IOException {
        return PLACES.stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IOException("the product is not built: none of " + PLACES))
                .toAbsolutePath();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
