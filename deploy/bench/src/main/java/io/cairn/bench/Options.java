package io.cairn.bench;

import io.cairn.bench.measure.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the command line says.
 *
 * @param only names of scenarios, all when empty
 * @param home where the database lies; emptied
 * @param json where bench.json goes
 */
record Options(Plan plan, List<String> only, Path home, Path json) {
    static final String USAGE = "usage: deploy/bench/run [--quick] [--only SCENARIO]… [--home FOLDER] [--json FILE]";

    /** @throws IllegalArgumentException saying what cannot be understood */
    static Options of(List<String> arguments) {
        var plan = Plan.FULL;
        var only = new ArrayList<String>();
        var home = Path.of("deploy/bench/target/home");
        var json = Path.of("bench.json");
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var option = rest.next();
            if (option.equals("--quick")) {
                plan = Plan.QUICK;
                continue;
            }
            if (!List.of("--only", "--home", "--json").contains(option))
                throw new IllegalArgumentException("there is no option " + option);
            if (!rest.hasNext()) throw new IllegalArgumentException(option + " needs a value");
            var value = rest.next();
            switch (option) {
                case "--only" -> only.add(value);
                case "--home" -> home = Path.of(value);
                default -> json = Path.of(value);
            }
        }
        return new Options(plan, List.copyOf(only), home.toAbsolutePath(), json.toAbsolutePath());
    }
}
