package io.cairn.standalone;

import java.io.IOException;

/** The operator's key: given by the environment, or made once and kept; shown only when it is made. */
record OperatorKey(String key, String words) {
    private static final String FILE = "operator-key";

    static OperatorKey of(Settings settings, Home home) throws IOException {
        var given = settings.operatorKey();
        if (given != null) return new OperatorKey(given, "as given in CAIRN_OPERATOR_KEY");
        var kept = home.secret(FILE);
        if (kept.isPresent()) return new OperatorKey(kept.get(), "in " + home.file(FILE));
        var made = Home.newSecret();
        home.keepSecret(FILE, made);
        return new OperatorKey(made, made + " (shown once; kept in " + home.file(FILE) + ")");
    }
}
