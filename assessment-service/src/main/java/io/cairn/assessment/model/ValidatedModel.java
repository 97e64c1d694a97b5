package io.cairn.assessment.model;

import io.cairn.language.ModelKey;
import io.cairn.language.ModelVersion;
import io.cairn.maturity.ModelFile;
import io.cairn.maturity.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A model file without faults, in figures. */
record ValidatedModel(
        ModelKey key,
        ModelVersion version,
        String digest,
        int stages,
        int dimensions,
        int questions,
        List<Language> languages) {
    ValidatedModel {
        languages = List.copyOf(languages);
    }

    /** @param complete whether every text is there in it */
    record Language(String language, @Nullable Wording wording, boolean complete) {}

    static ValidatedModel of(ModelFile file) {
        var model = file.model();
        return new ValidatedModel(
                model.ref().key(),
                model.ref().version(),
                file.digest(),
                model.stages().size(),
                model.dimensions().size(),
                model.questions().size(),
                languages(file));
    }

    private static List<Language> languages(ModelFile file) {
        var wordings = new HashMap<String, Wording>();
        file.model().languages().forEach((language, it) -> wordings.put(language.toLowerCase(Locale.ROOT), it));
        var languages = new ArrayList<Language>();
        file.languages()
                .forEach((language, complete) ->
                        languages.add(new Language(language, wordings.get(language), complete)));
        return languages;
    }
}
