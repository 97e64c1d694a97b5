package io.cairn.assessment.workbook;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** What the questionnaire itself says, in one of its languages; the model brings words of its own. */
final class Words {
    private static final List<String> LANGUAGES = List.of("en", "fr", "nl");

    private final ResourceBundle bundle;
    private final Locale locale;

    private Words(String language) {
        locale = Locale.forLanguageTag(language);
        bundle = ResourceBundle.getBundle(
                "io.cairn.assessment.workbook.words",
                locale.getLanguage().equals("en") ? Locale.ROOT : locale,
                Words.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** In the first language wanted that there are words in, else in English. */
    static Words in(List<String> wanted) {
        return new Words(wanted.stream().filter(LANGUAGES::contains).findFirst().orElse("en"));
    }

    String language() {
        return locale.getLanguage();
    }

    String say(String key, Object... what) {
        return new MessageFormat(bundle.getString(key), locale).format(what);
    }

    /** The same in every language there is. */
    static Stream<String> everywhere(String key) {
        return LANGUAGES.stream().map(language -> new Words(language).say(key));
    }
}
