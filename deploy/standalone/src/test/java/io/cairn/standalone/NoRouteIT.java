package io.cairn.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is asked of the world outside: the product does its work in a network namespace that has only itself. */
class NoRouteIT {
    /** Names are looked up at an address that cannot be reached, so that looking one up is counted too. */
    private static final String ENTER = """
            ip link set lo up && mount --bind "$1/resolv.conf" /etc/resolv.conf && mount --bind "$1/hosts" /etc/hosts \
            && shift && exec "$@"
            """;

    @Test
    void it_starts_works_and_stops_without_one_attempt_to_reach_the_outside(@TempDir Path home, @TempDir Path etc)
            throws IOException, InterruptedException {
        Files.writeString(etc.resolve("resolv.conf"), "nameserver 192.0.2.53\n");
        var own = InetAddress.getLocalHost().getHostName();
        Files.writeString(etc.resolve("hosts"), "127.0.0.1 localhost " + own + "\n::1 localhost\n");
        var nothing = inNamespace(etc, etc.resolve("nothing.log"), "true");
        assumeTrue(nothing.isEmpty(), () -> "no network namespace can be made here: " + nothing);

        var said = inNamespace(
                etc,
                etc.resolve("said.log"),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Secluded.class.getName(),
                home.toString());

        System.out.println(said);
        var attempts = attempts(said);
        assertThat(attempts).as(said).containsEntry("job", 0).containsEntry("stop", 0);
        // and what is an attempt is seen as one: the product's own, and those of others
        for (var part : List.of("issuer", "connect4", "connect6", "resolve"))
            assertThat(attempts.getOrDefault(part, 0)).as(part + " in " + said).isPositive();
    }

    private static Map<String, Integer> attempts(String said) {
        var attempts = new TreeMap<String, Integer>();
        for (var line : said.lines().toList())
            if (line.matches("[a-z0-9]+=\\d+"))
                attempts.put(
                        line.substring(0, line.indexOf('=')), Integer.valueOf(line.substring(line.indexOf('=') + 1)));
        return attempts;
    }

    /** What the command says; for a command that says nothing, why it did not run. */
    private static String inNamespace(Path etc, Path log, String... command) throws IOException, InterruptedException {
        var whole = new ArrayList<>(List.of("unshare", "--net", "--mount"));
        if (!System.getProperty("user.name").equals("root"))
            whole.addAll(List.of("--user", "--map-current-user", "--keep-caps"));
        whole.addAll(List.of("sh", "-c", ENTER, "sh", etc.toString()));
        whole.addAll(List.of(command));
        try {
            var process = new ProcessBuilder(whole)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var ended = process.waitFor(5, TimeUnit.MINUTES);
            if (!ended) process.descendants().forEach(ProcessHandle::destroyForcibly);
            var said = Files.readString(log, StandardCharsets.UTF_8).strip();
            return ended && process.exitValue() == 0 || !said.isEmpty() ? said : "it ended with an error";
        } catch (IOException e) {
            return e.getMessage();
        }
    }
}
