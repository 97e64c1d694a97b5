package io.cairn.reporting.wording;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of one language. */
public final class Wording {
    private final ResourceBundle bundle;
    private final Language language;

    private Wording(Language language) {
        this.language = language;
        bundle = ResourceBundle.getBundle(
                "io.cairn.reporting.wording.words",
                language == Language.EN ? Locale.ROOT : language.locale(),
                Wording.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Wording in(Language language) {
        return new Wording(language);
    }

    public Language language() {
        return language;
    }

    /** @param what put where the sentence has {@code {0}}, {@code {1}}, … */
    public String say(String key, Object... what) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(what);
    }
}
