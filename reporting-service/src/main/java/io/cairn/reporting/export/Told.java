package io.cairn.reporting.export;

import io.cairn.eventstore.json.CairnJson;
import io.cairn.language.AnswerValue;
import io.cairn.language.FreeText;
import io.cairn.reporting.known.KnownModel.NamedStage;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What reports tell, as it stands in a cell. */
public final class Told {
    /** In place of words that were there and are gone. */
    public static final String ERASED = "(erased)";

    private Told() {}

    public static @Nullable Integer ordinal(@Nullable NamedStage stage) {
        return stage == null ? null : stage.ordinal();
    }

    public static @Nullable String key(@Nullable NamedStage stage) {
        return stage == null ? null : stage.key();
    }

    public static @Nullable String title(@Nullable NamedStage stage) {
        return stage == null ? null : stage.title();
    }

    /** Keys in their order, with a space between them; null when there are none. */
    public static @Nullable String keys(List<NamedStage> stages) {
        return stages.isEmpty() ? null : stages.stream().map(NamedStage::key).collect(Collectors.joining(" "));
    }

    public static @Nullable String words(@Nullable FreeText text) {
        return switch (text) {
            case null -> null;
            case FreeText.Written it -> it.words();
            case FreeText.Erased ignored -> ERASED;
        };
    }

    /** What was answered, as it is; that a question does not apply is JSON, as in the API. */
    public static @Nullable Object said(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case AnswerValue.Truth it -> it.value();
            case AnswerValue.Option it -> it.key();
            case AnswerValue.Quantity it -> it.value();
            case BigDecimal points -> points;
            default -> CairnJson.mapper().writeValueAsString(value);
        };
    }
}
