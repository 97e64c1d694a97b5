package io.cairn.assessment.model;

import io.cairn.language.ModelKey;
import io.cairn.language.ModelVersion;
import io.cairn.maturity.ModelFile;
import io.cairn.maturity.Wording;
import java.util.List;
import java.util.TreeSet;
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
        var languages = new TreeSet<>(file.model().title().byLanguage().keySet());
        languages.addAll(file.model().languages().keySet());
        return languages.stream().map(it -> language(file, it)).toList();
    }

    private static Language language(ModelFile file, String language) {
        var complete = ModelFile.localized(file.text(), List.of(language)).languages();
        return new Language(language, file.model().languages().get(language), complete.equals(List.of(language)));
    }
}
