package io.cairn.standalone;

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

/** The packaged product as a process of its own, as an operator runs it. */
final class CairnProcess implements AutoCloseable {
    static final String OPERATOR_KEY = "operator-key-of-the-tests";
    private static final Path JAR = Path.of("target", "cairn-standalone-exec.jar");
    /** Most are to start soon and do not live long. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    private final Path home;
    private final int port;
    private final Process process;
    private final List<String> output = new ArrayList<>();

    private CairnProcess(Path home, int port, Process process) {
        this.home = home;
        this.port = port;
        this.process = process;
    }

    /** Returns when it says that it is ready. */
    static CairnProcess start(Path home, boolean sampleData) throws IOException {
        return start(home, sampleData, Map.of());
    }

    /** With further settings, as environment variables. */
    static CairnProcess start(Path home, boolean sampleData, Map<String, String> settings) throws IOException {
        var port = freePort();
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        JAR.toString())
                .redirectErrorStream(true);
        builder.environment().put("CAIRN_HOME", home.toString());
        builder.environment().put("CAIRN_PORT", Integer.toString(port));
        builder.environment().put("CAIRN_MANAGEMENT_PORT", Integer.toString(freePort()));
        builder.environment().put("CAIRN_SAMPLE_DATA", Boolean.toString(sampleData));
        builder.environment().put("CAIRN_OPERATOR_KEY", OPERATOR_KEY);
        builder.environment().put("JDK_JAVA_OPTIONS", SHORT_LIVED);
        builder.environment().putAll(settings);
        var cairn = new CairnProcess(home, port, builder.start());
        cairn.awaitReady();
        return cairn;
    }

    String address() {
        return "http://localhost:" + port;
    }

    SampleClient as(String key) {
        return new SampleClient(address(), key);
    }

    SampleClient operator() {
        return as(OPERATOR_KEY);
    }

    String secret(String name) throws IOException {
        return Files.readString(home.resolve(name)).strip();
    }

    /** A new tenant's admin key. */
    String register(String slug) throws IOException {
        return operator()
                .post("/tenants", Map.of("slug", slug, "name", slug))
                .orFail("registering " + slug)
                .path("adminKey")
                .asString();
    }

    /** From now on it and its database server run on this processor only. */
    void stayOn(int processor) throws IOException, InterruptedException {
        var server = server();
        stay(processor, process.pid());
        stay(processor, server.pid());
        for (var backend : server.children().toList()) stay(processor, backend.pid());
    }

    /** All threads of a process, and what it starts from now on. */
    static void stay(int processor, long pid) throws IOException, InterruptedException {
        var moved = new ProcessBuilder("taskset", "-acp", Integer.toString(processor), Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (moved.waitFor() != 0 && ProcessHandle.of(pid).isPresent()) throw new IOException("taskset failed");
    }

    private ProcessHandle server() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(home.resolve("postgresql/postmaster.pid"))
                        .getFirst()
                        .strip()))
                .orElseThrow();
    }

    /** As the power goes: the process and its database server, at once. */
    void kill() throws IOException, InterruptedException {
        var server = server();
        var backends = server.children().toList();
        process.destroyForcibly();
        server.destroyForcibly();
        backends.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) throw new IOException("it does not stop:\n" + said());
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    private void awaitReady() throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            output.add(line);
            if (line.startsWith("Cairn is ready: ")) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(later -> {}));
                return;
            }
        }
        throw new IOException("it ended before it was ready:\n" + said());
    }

    private String said() {
        return String.join("\n", output);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
