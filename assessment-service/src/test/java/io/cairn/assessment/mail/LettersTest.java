package io.cairn.assessment.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.assessment.directory.Person;
import io.cairn.assessment.notice.About;
import io.cairn.assessment.notice.NoticeKind;
import io.cairn.language.ActorId;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LettersTest {
    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final UUID NOTICE = new UUID(0, 2);
    private static final About ABOUT = About.assessment(
            new UUID(0, 3), new UnitCode("brand-a"), ModelRef.of("egdi", "2.0.0"), Period.parse("2026-Q4"));

    private final Letters letters = new Letters("https://cairn.example.org/", null);

    @Test
    void a_letter_is_in_the_persons_language_and_leads_to_what_it_is_about() {
        var letter = letter(letters, NoticeKind.ASSESSMENT_SUBMITTED, person("user:1", Person.Language.FR));
        assertThat(letter.subject()).isEqualTo("Soumise à la revue : brand-a, 2026-Q4");
        assertThat(letter.text()).isEqualTo("""
                Bonjour Zoé,

                L'évaluation de brand-a selon egdi pour 2026-Q4 a été soumise et attend une revue.

                https://cairn.example.org/assessments/00000000-0000-0000-0000-000000000003

                Ce message a été écrit par Cairn ; personne ne lit les réponses. Vous choisissez dans vos préférences de notification ce dont vous êtes informé.
                """);
    }

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void every_kind_has_its_words_in_every_language(NoticeKind kind) {
        for (var language : Person.Language.values()) {
            var letter = letter(letters, kind, person("user:1", language));
            assertThat(letter.subject()).isNotBlank().doesNotContain("{");
            assertThat(letter.text()).doesNotContain("{").contains("https://cairn.example.org/");
        }
    }

    @Test
    void without_an_address_of_ones_own_there_is_no_link() {
        var letter = letter(new Letters(null, null), NoticeKind.ASSESSMENT_DUE, person("user:1", Person.Language.NL));
        assertThat(letter.text()).doesNotContain("http");
    }

    @Test
    void an_invitation_leads_to_where_it_is_taken() {
        assertThat(invitation(letters)).contains("https://cairn.example.org/invitations#a-token\n");
        assertThat(invitation(new Letters("https://console.example.org", "https://cairn.example.org/invitations")))
                .contains("\nhttps://cairn.example.org/invitations#a-token\n");
        assertThat(invitation(new Letters(null, null))).contains("\na-token\n").doesNotContain("http");
    }

    @Test
    void its_id_is_the_same_each_time_and_tells_nobody_who_it_is_for() {
        var ann = person("user:ann@example.com", Person.Language.EN);
        var id = letter(letters, NoticeKind.ASSESSMENT_DUE, ann).id();
        assertThat(id)
                .isEqualTo(letter(letters, NoticeKind.ASSESSMENT_DUE, ann).id())
                .isNotEqualTo(letter(letters, NoticeKind.ASSESSMENT_DUE, person("user:bob", Person.Language.EN))
                        .id())
                .matches("[0-9a-f.-]+");
    }

    @Test
    void neither_letter_nor_person_says_an_address_to_a_log() {
        var ann = person("user:1", Person.Language.EN);
        assertThat(ann.toString()).doesNotContain("example.com").doesNotContain("Zoé");
        assertThat(letter(letters, NoticeKind.ASSESSMENT_DUE, ann).toString()).doesNotContain("example.com");
    }

    private static String invitation(Letters letters) {
        var invited = person("invitation:1", Person.Language.EN);
        return letters.invitation(NOTICE, invited, "zoe@example.com", "a-token", Instant.EPOCH)
                .text();
    }

    private static Person person(String actor, Person.Language language) {
        return new Person(new ActorId(actor), "Zoé", "zoe@example.com", language, Set.of());
    }

    private static Letter letter(Letters letters, NoticeKind kind, Person person) {
        return letters.letter(TENANT, NOTICE, kind, ABOUT, person, "zoe@example.com");
    }
}
