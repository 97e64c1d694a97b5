package io.cairn.reporting.quarterly;

import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.TenantCalendar;
import io.cairn.reporting.request.Asked;
import io.cairn.reporting.wording.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a report of a quarter is asked for, and how it says dates and figures.
 *
 * @param at as of when it is known
 * @param answers whether the reader may see who said what
 */
record Quarter(
        TenantId tenant,
        KnownModel model,
        Period period,
        TenantCalendar.Days days,
        Instant at,
        Instant generated,
        boolean answers,
        Wording words) {

    String companyName(JdbcClient jdbc) {
        return jdbc.sql("select name from reporting.tenant_settings where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    String unitName(JdbcClient jdbc, UnitCode unit) {
        return jdbc.sql("""
                        select name from reporting.unit_fact
                        where tenant_id = :tenant and code = :unit and recorded_from <= :at and recorded_to > :at
                        """)
                .param("tenant", tenant.value())
                .param("unit", unit.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .orElse(unit.value());
    }

    String modelTitle() {
        return model.versions().lastEntry().getValue().title();
    }

    String line() {
        return words.say("quarterly.period", period.toString(), day(days.from()), day(days.to()));
    }

    String known() {
        return at.equals(Asked.NOW)
                ? words.say("quarterly.made", time(generated))
                : words.say("quarterly.made-as-of", time(generated), time(at));
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale())
                .format(day);
    }

    String day(Instant time) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale())
                .format(time.atOffset(ZoneOffset.UTC));
    }

    String time(Instant time) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").format(time.atOffset(ZoneOffset.UTC));
    }

    String share(@Nullable Double share) {
        return share == null ? "–" : Math.round(100 * share) + " %";
    }

    /** At most two decimals. */
    String figure(double figure) {
        var text = String.format(locale(), "%.2f", figure);
        return text.replaceFirst("([.,]\\d*?)0+$", "$1").replaceFirst("[.,]$", "");
    }

    private Locale locale() {
        return words.language().locale();
    }
}
