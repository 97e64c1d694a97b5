package io.cairn.assessment.directory;

import io.cairn.language.ActorId;
import io.cairn.language.InvalidValue;
import io.cairn.language.WellFormed;
import io.cairn.platform.identity.Role;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the directory.
 *
 * @param email null for who gets no mail
 * @param roles mail to these reaches the person; they allow nothing
 */
public record Person(ActorId actor, String name, @Nullable String email, Language language, Set<Role> roles) {
    /** In which mail is written. */
    public enum Language {
        EN,
        FR,
        NL
    }

    /** Plainer than RFC 5322 allows: no quoted local parts, no comments, no address literals. */
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*"
                    + "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    public Person {
        name(name);
        email(email);
        if (roles.contains(Role.OPERATOR)) throw new InvalidValue("an operator belongs to no tenant");
        roles = Set.copyOf(roles);
    }

    /** A name goes into a header of mail, where a line break would begin another one. */
    public static void name(String name) {
        WellFormed.name("name", name, 200);
        if (name.chars().anyMatch(Character::isISOControl))
            throw new InvalidValue("name holds no line breaks or other control characters");
    }

    public static void email(@Nullable String email) {
        if (email != null && (email.length() > 254 || !EMAIL.matcher(email).matches()))
            throw new InvalidValue("email is an address such as ann@example.com");
    }

    /** Without what must not be in logs. */
    @Override
    public String toString() {
        return "Person[" + actor + "]";
    }
}
