package io.cairn.standalone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.cairn.platform.identity.Role;
import java.io.IOException;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Who may sign in: one for each role of the demo tenant, and a newcomer who belongs to none; and the key that their tokens are
 * signed with. Both are kept beside the database.
 *
 * @param passwords by name, {@code demo-viewer} and the like: 256 random bits each
 * @param address as browsers have it; what tokens name as their issuer
 */
record DemoPeople(Map<String, String> passwords, RSAKey key, String address) {
    static final String TENANT = "demo";
    static final String NEWCOMER = "newcomer";

    private static final String PREFIX = TENANT + "-";
    private static final String KEY_FILE = "sign-in-key";

    static DemoPeople of(Home home, String address) throws IOException {
        var passwords = new LinkedHashMap<String, String>();
        for (var role : Role.values())
            if (role != Role.OPERATOR)
                passwords.put(PREFIX + word(role), home.secretOrNew("demo-password-" + word(role)));
        passwords.put(NEWCOMER, home.secretOrNew("demo-password-" + NEWCOMER));
        return new DemoPeople(Map.copyOf(passwords), key(home), address);
    }

    /** Of one of them. */
    static String role(String name) {
        return name.substring(PREFIX.length());
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static RSAKey key(Home home) throws IOException {
        try {
            var kept = home.secret(KEY_FILE);
            if (kept.isPresent()) return RSAKey.parse(kept.get());
            var made = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
            home.keepSecret(KEY_FILE, made.toJSONString());
            return made;
        } catch (JOSEException | ParseException e) {
            throw new IOException(home.file(KEY_FILE) + " is no key", e);
        }
    }

    /** Without passwords and key. */
    @Override
    public String toString() {
        return "DemoPeople" + passwords.keySet();
    }
}
