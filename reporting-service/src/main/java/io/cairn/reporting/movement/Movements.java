package io.cairn.reporting.movement;

import io.cairn.language.ModelKey;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.platform.problem.Problem;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.TenantCalendar;
import io.cairn.reporting.request.Asked;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what moved. */
public final class Movements {
    private Movements() {}

    /** Of units with a stage in exactly {@code from}, where they stood in {@code to}; null for the whole company. */
    public record Question(
            ModelKey model,
            Period from,
            Period to,
            @Nullable UnitCode under,
            Instant at) {
        /** From query parameters of these names. */
        public static Question of(
                String model, String from, String to, @Nullable String under, @Nullable String recordedAt) {
            var asked = new Question(
                    Asked.model(model),
                    Asked.period("from", from),
                    Asked.period("to", to),
                    Asked.unitIfAny("under", under),
                    Asked.recordedAt(recordedAt));
            if (asked.from().compareTo(asked.to()) >= 0)
                throw Problem.badParameter("to", "to is a later period than from")
                        .exception();
            return asked;
        }
    }

    /** 404 for a unit or model that nobody knows. */
    public static Movement answer(JdbcClient jdbc, TenantId tenant, Question asked) {
        KnownUnits.require(jdbc, tenant, asked.under());
        var known = KnownModel.require(jdbc, tenant, asked.model());
        var end = TenantCalendar.of(jdbc, tenant).days(asked.to()).to();
        var cells =
                new Cells(asked.model(), asked.from(), asked.to(), end, asked.under(), asked.at()).read(jdbc, tenant);
        return new MovementReport(known, asked.from(), asked.to(), cells).movement();
    }
}
