package io.cairn.assessment.model;

import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import org.jspecify.annotations.Nullable;

/** As what a model is cloned. @param key that of the original when absent */
record CloneBody(@Nullable ModelKey key, ModelVersion version) {
    ModelRef ref(ModelKey original) {
        return new ModelRef(key == null ? original : key, version);
    }
}
