package io.cairn.maturity;

import io.cairn.language.QuestionKey;
import java.util.AbstractList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * A model's dimensions in order: equal to any list of the same ones. It finds their questions by key, because a
 * record has no field of its own to keep that in.
 */
final class Dimensions extends AbstractList<Dimension> implements RandomAccess {
    private final List<Dimension> inOrder;
    private final Map<QuestionKey, Question> questions;

    private Dimensions(List<Dimension> inOrder) {
        this.inOrder = inOrder;
        var all = new LinkedHashMap<QuestionKey, Question>();
        for (var dimension : inOrder) for (var question : dimension.questions()) all.put(question.key(), question);
        this.questions = Collections.unmodifiableMap(all);
    }

    static Dimensions copyOf(List<Dimension> dimensions) {
        return dimensions instanceof Dimensions already ? already : new Dimensions(List.copyOf(dimensions));
    }

    Map<QuestionKey, Question> questions() {
        return questions;
    }

    @Override
    public Dimension get(int index) {
        return inOrder.get(index);
    }

    @Override
    public int size() {
        return inOrder.size();
    }
}
