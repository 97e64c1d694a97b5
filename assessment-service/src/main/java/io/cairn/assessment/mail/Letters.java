package io.cairn.assessment.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cairn.assessment.directory.Person;
import io.cairn.assessment.notice.About;
import io.cairn.assessment.notice.NoticeKind;
import io.cairn.language.TenantId;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Notices in words. The words of each language are a file of texts with {@code {places}} for ids and keys. */
final class Letters {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final Map<Person.Language, Properties> words = new EnumMap<>(Person.Language.class);
    private final @Nullable String publicUrl;
    private final @Nullable String invitationUrl;

    /**
     * @param publicUrl what links begin with; null for none
     * @param invitationUrl where invitations are taken; null for {@code /invitations} there
     */
    Letters(@Nullable String publicUrl, @Nullable String invitationUrl) {
        this.publicUrl = publicUrl == null ? null : publicUrl.replaceAll("/+$", "");
        this.invitationUrl =
                invitationUrl == null && this.publicUrl != null ? this.publicUrl + "/invitations" : invitationUrl;
        for (var language : Person.Language.values()) words.put(language, read(code(language)));
    }

    Letter letter(TenantId tenant, UUID notice, NoticeKind kind, About about, Person person, String address) {
        var language = person.language();
        var values = values(about);
        values.put("name", person.name());
        var link = link(kind, about);
        var text = new StringBuilder()
                .append(said(language, "greeting", values))
                .append("\n\n")
                .append(said(language, kind.word() + ".text", values))
                .append("\n");
        if (link != null) text.append("\n").append(link).append("\n");
        text.append("\n").append(said(language, "footer", values)).append("\n");
        return new Letter(
                id(tenant, notice, person),
                person.name(),
                address,
                code(language),
                said(language, kind.word() + ".subject", values),
                text.toString());
    }

    /** With the token that lets the person in; the link holds it where servers do not see it. */
    Letter invitation(UUID invitation, Person person, String address, String token, Instant expiresAt) {
        var language = person.language();
        var values = new HashMap<String, String>();
        values.put("name", person.name());
        values.put("until", expiresAt.atOffset(ZoneOffset.UTC).toLocalDate().toString());
        var text = new StringBuilder()
                .append(said(language, "greeting", values))
                .append("\n\n")
                .append(said(language, "invitation.text", values))
                .append("\n\n");
        if (invitationUrl != null) text.append(invitationUrl).append("#");
        text.append(token)
                .append("\n\n")
                .append(said(language, "invitation.footer", values))
                .append("\n");
        return new Letter(
                "invitation." + invitation + "." + expiresAt.getEpochSecond(),
                person.name(),
                address,
                code(language),
                said(language, "invitation.subject", values),
                text.toString());
    }

    /** Of which nobody can tell the person. */
    private static String id(TenantId tenant, UUID notice, Person person) {
        var who = UUID.nameUUIDFromBytes((tenant + " " + notice + " " + person.actor()).getBytes(UTF_8));
        return notice + "." + who;
    }

    private static Map<String, String> values(About about) {
        var values = new HashMap<String, String>();
        put(values, "unit", about.unit());
        put(values, "model", about.model() == null ? null : about.model().key());
        put(values, "period", about.period());
        put(values, "question", about.question());
        put(values, "from", about.from() == null ? null : about.from().key());
        put(values, "to", about.to() == null ? null : about.to().key());
        put(values, "dimension", about.dimension());
        put(values, "lastDay", about.lastDay());
        put(values, "daysLeft", about.daysLeft());
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) values.put(name, value.toString());
    }

    private @Nullable String link(NoticeKind kind, About about) {
        if (publicUrl == null) return null;
        return switch (kind) {
            case CYCLE_OPENED -> publicUrl + "/cycles/" + about.cycle();
            case STAGE_PROPOSED, STAGE_TRANSITIONED, TARGET_REACHED, TARGET_MISSED ->
                publicUrl + "/units/" + about.unit() + "/journeys/"
                        + (about.model() == null ? "" : about.model().key());
            case WEBHOOK_DISABLED -> publicUrl + "/webhooks/" + about.webhook();
            case ASSESSMENT_OPENED,
                    ASSESSMENT_ASSIGNED,
                    ASSESSMENT_DUE,
                    ASSESSMENT_SUBMITTED,
                    ASSESSMENT_RETURNED,
                    ASSESSMENT_REOPENED,
                    ASSESSMENT_FINALIZED,
                    CONSENSUS_STARTED -> publicUrl + "/assessments/" + about.assessment();
        };
    }

    private String said(Person.Language language, String key, Map<String, String> values) {
        var known = words.get(language);
        var text = known == null ? null : known.getProperty(key);
        if (text == null) throw new IllegalStateException("nothing is said for " + key + " in " + code(language));
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "–")));
    }

    static String code(Person.Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    private static Properties read(String language) {
        var file = "letters_" + language + ".properties";
        try (var stream = Letters.class.getResourceAsStream(file)) {
            if (stream == null) throw new IllegalStateException(file + " is not on the class path");
            var words = new Properties();
            words.load(new InputStreamReader(stream, UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
