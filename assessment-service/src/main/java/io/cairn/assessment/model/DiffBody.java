package io.cairn.assessment.model;

import io.cairn.language.ModelRef;
import io.cairn.maturity.diff.ModelDiff;
import io.cairn.maturity.diff.ModelDiff.Change;
import io.cairn.maturity.diff.ModelDiff.Part;
import io.cairn.maturity.diff.ModelDiff.Parts;
import java.util.List;
import java.util.Map;

/** What is different in {@code to}: its questions first, then what they hang on. */
record DiffBody(
        ModelRef from,
        ModelRef to,
        List<Map<String, Object>> added,
        List<Map<String, Object>> removed,
        List<Part> changed,
        Parts stages,
        Parts dimensions,
        Parts views,
        List<Change> rules,
        List<Change> about) {
    DiffBody {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        rules = List.copyOf(rules);
        about = List.copyOf(about);
    }

    static DiffBody of(ModelRef from, ModelRef to, ModelDiff diff) {
        return new DiffBody(
                from,
                to,
                diff.questions().added(),
                diff.questions().removed(),
                diff.questions().changed(),
                diff.stages(),
                diff.dimensions(),
                diff.views(),
                diff.rules(),
                diff.about());
    }
}
