package io.cairn.standalone;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the environment says; everything has a default. */
record Settings(
        Path home,
        int port,
        int managementPort,
        boolean sampleData,
        boolean signIn,
        @Nullable String operatorKey) {

    /** @throws IllegalArgumentException naming the variable that cannot be read */
    static Settings of(Map<String, String> environment) {
        var home = environment.getOrDefault("CAIRN_HOME", System.getProperty("user.home") + "/.cairn");
        var port = port(environment, "CAIRN_PORT", 8080);
        var operatorKey = environment.get("CAIRN_OPERATOR_KEY");
        if (operatorKey != null && operatorKey.length() < 8)
            throw new IllegalArgumentException("CAIRN_OPERATOR_KEY needs 8 characters at least");
        return new Settings(
                Path.of(home).toAbsolutePath(),
                port,
                port(environment, "CAIRN_MANAGEMENT_PORT", port + 1),
                truth(environment, "CAIRN_SAMPLE_DATA", true),
                signIn(environment),
                operatorKey);
    }

    /** For people of the demo tenant, unless somebody else says who they are. */
    private static boolean signIn(Map<String, String> environment) {
        var others = environment.keySet().stream().anyMatch(name -> name.startsWith("CAIRN_SECURITY_ISSUERS"));
        return truth(environment, "CAIRN_SAMPLE_DATA", true) && !others && truth(environment, "CAIRN_SIGN_IN", true);
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        var text = environment.get(name);
        if (text == null) return otherwise;
        try {
            var port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) return port;
        } catch (NumberFormatException e) {
            // said below, together with numbers that are no port
        }
        throw new IllegalArgumentException(name + " is a port between 1 and 65535, not '" + text + "'");
    }

    private static boolean truth(Map<String, String> environment, String name, boolean otherwise) {
        return switch (environment.getOrDefault(name, Boolean.toString(otherwise))) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(name + " is true or false");
        };
    }
}
