import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a service takes until it is ready, without and with its cache, in turn, on a database that is up to date:
 * {@code java -cp 'standalone/lib/*' StartUp.java <rounds> <folder of the service> <java> <flags…>}.
 */
class StartUp {
    public static void main(String[] arguments) throws Exception {
        var rounds = Integer.parseInt(arguments[0]);
        var folder = Path.of(arguments[1]).toAbsolutePath();
        var plain = List.of(arguments).subList(2, arguments.length);
        var cached = new ArrayList<>(plain);
        cached.add("-XX:AOTCache=" + folder.resolve("cairn.aot"));
        var times = List.of(new ArrayList<Long>(), new ArrayList<Long>());
        var processor = List.of(new ArrayList<Long>(), new ArrayList<Long>());
        var memory = List.of(new ArrayList<Long>(), new ArrayList<Long>());
        try (var database = Running.database()) {
            for (var round = -1; round < rounds; round++) // the first migrates and is not counted
                for (var which = 0; which < 2; which++) {
                    var service = Running.start(folder, which == 0 ? plain : cached, database);
                    var took = service.ready();
                    if (round >= 0) {
                        times.get(which).add(took);
                        processor.get(which).add(service.processorMillis());
                        memory.get(which).add(service.residentMegabytes());
                    }
                    service.stop();
                }
        }
        System.out.printf(
                "%s: ready after %d ms without, %d ms with the cache, medians of %d: %.2f; CPU %d and %d ms: %.2f; resident %d and %d MB%n  %s%n  %s%n",
                folder.getFileName(),
                median(times.get(0)),
                median(times.get(1)),
                rounds,
                (double) median(times.get(1)) / median(times.get(0)),
                median(processor.get(0)),
                median(processor.get(1)),
                (double) median(processor.get(1)) / median(processor.get(0)),
                median(memory.get(0)),
                median(memory.get(1)),
                times.get(0),
                times.get(1));
    }

    private static long median(List<Long> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }
}
