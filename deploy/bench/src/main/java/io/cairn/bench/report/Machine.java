package io.cairn.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the figures were taken on. */
final class Machine {
    private static final Path CPUS = Path.of("/proc/cpuinfo");
    private static final Path MEMORY = Path.of("/proc/meminfo");

    private Machine() {}

    static Map<String, Object> described(Path home) throws IOException {
        var described = new LinkedHashMap<String, Object>();
        described.put("cores", Runtime.getRuntime().availableProcessors());
        described.put("processor", value(CPUS, "model name"));
        described.put("memory", value(MEMORY, "MemTotal"));
        described.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        described.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        described.put("heapMegabytes", Runtime.getRuntime().maxMemory() >> 20);
        described.put("fileSystem", Files.getFileStore(home).type());
        return described;
    }

    private static String value(Path file, String name) throws IOException {
        if (!Files.exists(file)) return "unknown";
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
