package io.cairn.reporting.known;

import io.cairn.language.Cadence;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When a tenant's periods are, by its settings of today. */
public record TenantCalendar(FiscalCalendar fiscal, Cadence cadence) {
    /** What a tenant has whose settings have not arrived yet. */
    private static final TenantCalendar CALENDAR_YEAR =
            new TenantCalendar(FiscalCalendar.parse("01-01"), Cadence.QUARTERLY);

    /** First and last day, both included. */
    public record Days(LocalDate from, LocalDate to) {}

    public static TenantCalendar of(JdbcClient jdbc, TenantId tenant) {
        return jdbc.sql("select fiscal_year_start, cadence from reporting.tenant_settings where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query((row, number) -> new TenantCalendar(
                        FiscalCalendar.parse(row.getString("fiscal_year_start")), cadence(row.getString("cadence"))))
                .optional()
                .orElse(CALENDAR_YEAR);
    }

    public Days days(Period period) {
        return new Days(fiscal.firstDay(period), fiscal.lastDay(period));
    }

    public Period periodOf(LocalDate day) {
        return fiscal.periodOf(day, cadence);
    }

    private static Cadence cadence(String word) {
        return Cadence.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
