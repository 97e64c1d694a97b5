package io.cairn.eventstore.json;

import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.DimensionKey;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.ReminderDays;
import io.cairn.language.Response;
import io.cairn.language.Slug;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import java.util.Arrays;
import java.util.function.Function;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** The words of the language that are not simply their record's components. */
final class LanguageModule {
    private LanguageModule() {}

    static SimpleModule create() {
        var module = new SimpleModule("language");
        word(module, TenantId.class, text -> new TenantId(StrictScalars.uuid(text)));
        word(module, UnitCode.class, UnitCode::new);
        word(module, ModelKey.class, ModelKey::new);
        word(module, QuestionKey.class, QuestionKey::new);
        word(module, DimensionKey.class, DimensionKey::new);
        word(module, ActorId.class, ActorId::new);
        word(module, Slug.class, Slug::new);
        word(module, ModelVersion.class, ModelVersion::parse);
        word(module, Period.class, Period::parse);
        word(module, FiscalCalendar.class, FiscalCalendar::parse);
        module.addDeserializer(
                ReminderDays.class, new FormReader<>(ReminderDays.class, int[].class, LanguageModule::reminderDays));
        module.addSerializer(ReminderDays.class, new FormWriter<>(ReminderDays.class, ReminderDays::days));
        AnswerJson.addTo(module, AnswerValue.class, Response.class, Answer.class);
        return module;
    }

    private static ReminderDays reminderDays(int[] days) {
        return new ReminderDays(Arrays.stream(days).boxed().toList());
    }

    private static <T> void word(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addDeserializer(type, new Word<>(type, parse));
        module.addSerializer(type, ToStringSerializer.instance);
    }
}
