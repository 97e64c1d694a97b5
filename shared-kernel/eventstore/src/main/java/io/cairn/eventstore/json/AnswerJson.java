package io.cairn.eventstore.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Evidence;
import io.cairn.language.FreeText;
import io.cairn.language.InvalidValue;
import io.cairn.language.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Answers, whose value is a bare boolean, text or number. */
final class AnswerJson {
    private AnswerJson() {}

    static void addTo(SimpleModule module, Class<AnswerValue> value, Class<Response> response, Class<Answer> answer) {
        module.addDeserializer(value, new ValueReader());
        module.addSerializer(value, new ValueWriter());
        module.addDeserializer(response, new FormReader<>(response, ResponseForm.class, ResponseForm::response));
        module.addSerializer(response, new FormWriter<>(response, ResponseForm::of));
        module.addDeserializer(answer, new FormReader<>(answer, AnswerForm.class, AnswerForm::answer));
        module.addSerializer(answer, new FormWriter<>(answer, AnswerForm::of));
    }

    record NotApplicableForm(FreeText reason) {
        static @Nullable NotApplicableForm of(Response response) {
            return response instanceof Response.NotApplicable not ? new NotApplicableForm(not.reason()) : null;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ResponseForm(
            @Nullable AnswerValue value, @Nullable NotApplicableForm notApplicable) {
        static ResponseForm of(Response response) {
            return new ResponseForm(valueOf(response), NotApplicableForm.of(response));
        }

        static @Nullable AnswerValue valueOf(Response response) {
            return response instanceof Response.Given given ? given.value() : null;
        }

        Response response() {
            if (value != null && notApplicable == null) return new Response.Given(value);
            if (value == null && notApplicable != null) return new Response.NotApplicable(notApplicable.reason());
            throw new InvalidValue("an answer has either a value or notApplicable");
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnswerForm(
            @Nullable AnswerValue value,
            @Nullable NotApplicableForm notApplicable,
            @Nullable FreeText rationale,
            List<Evidence> evidence,
            @Nullable Integer certainty) {
        static AnswerForm of(Answer answer) {
            var response = answer.response();
            return new AnswerForm(
                    ResponseForm.valueOf(response),
                    NotApplicableForm.of(response),
                    answer.rationale(),
                    answer.evidence(),
                    answer.certainty());
        }

        Answer answer() {
            return new Answer(new ResponseForm(value, notApplicable).response(), rationale, evidence, certainty);
        }
    }

    private static final class ValueReader extends StdScalarDeserializer<AnswerValue> {
        ValueReader() {
            super(AnswerValue.class);
        }

        @Override
        public AnswerValue deserialize(JsonParser parser, DeserializationContext context) {
            try {
                return switch (parser.currentToken()) {
                    case VALUE_TRUE -> AnswerValue.of(true);
                    case VALUE_FALSE -> AnswerValue.of(false);
                    case VALUE_STRING -> new AnswerValue.Option(parser.getString());
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new AnswerValue.Quantity(parser.getDecimalValue());
                    default -> context.reportInputMismatch(this, "must be a boolean, text or number");
                };
            } catch (InvalidValue e) {
                throw context.instantiationException(AnswerValue.class, e);
            }
        }
    }

    private static final class ValueWriter extends StdScalarSerializer<AnswerValue> {
        ValueWriter() {
            super(AnswerValue.class);
        }

        @Override
        public void serialize(AnswerValue value, JsonGenerator json, SerializationContext context) {
            switch (value) {
                case AnswerValue.Truth truth -> json.writeBoolean(truth.value());
                case AnswerValue.Option option -> json.writeString(option.key());
                case AnswerValue.Quantity quantity -> json.writeNumber(quantity.value());
            }
        }
    }
}
