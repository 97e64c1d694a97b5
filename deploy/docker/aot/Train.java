import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets a service run once, does with it what a first minute brings, and has Java keep what it learnt (JEP 514):
 * {@code java -cp 'standalone/lib/*' Train.java <folder of the service> <java> <flags…>}. The cache {@code cairn.aot} is
 * written into the folder; it is of use to the same Java with the same flags and the same files at the same place only.
 */
class Train {
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]).toAbsolutePath();
        var cache = folder.resolve("cairn.aot");
        var java = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
        java.add("-XX:AOTCacheOutput=" + cache);
        try (var database = Running.database()) {
            var service = Running.start(folder, java, database);
            service.ready();
            for (var path : List.of("/api/v1/operator/projections", "/v3/api-docs", "/api/v1/none"))
                service.ask("http://localhost:" + service.port() + path);
            service.ask("http://localhost:" + service.management() + "/actuator/prometheus");
            service.stop(); // the cache is written at the end
        }
        System.out.println(cache + ": " + Files.size(cache) / 1_000_000 + " MB");
    }
}
