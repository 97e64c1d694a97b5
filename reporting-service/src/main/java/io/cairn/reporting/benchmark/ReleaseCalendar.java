package io.cairn.reporting.benchmark;

import io.cairn.language.Cadence;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.ModelFile;
import io.cairn.maturity.ShippedModels;
import io.cairn.platform.schedule.Schedule;
import io.cairn.platform.schedule.TenantTask;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where {@code cairn.benchmarks.cadence} says how often, the last period that is due is released for every shipped version
 * of a model. What is released already stays as it is, so that looking again does no harm.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("cairn.benchmarks.cadence")
class ReleaseCalendar {
    private static final String TASK = "release-benchmarks";
    /** A release belongs to no tenant. */
    private static final TenantId NOBODY = new TenantId(new UUID(0, 0));

    private static final FiscalCalendar CALENDAR_YEAR = FiscalCalendar.parse("01-01");

    @Bean
    TenantTask releaseBenchmarks(
            Releasing releasing,
            Clock clock,
            @Value("${cairn.benchmarks.cadence}") Cadence cadence,
            @Value("${cairn.benchmarks.look-every:1h}") Duration every) {
        var models = ShippedModels.all().stream().map(ModelFile::model).toList();
        return new TenantTask(TASK, every, nobody -> look(releasing, models, cadence, LocalDate.now(clock)));
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> benchmarksAreReleased(Schedule schedule) {
        return ready -> schedule.add(TASK, NOBODY);
    }

    static void look(Releasing releasing, Collection<MaturityModel> models, Cadence cadence, LocalDate today) {
        var period = lastDue(releasing, cadence, today);
        for (var model : models) releasing.release(model, period);
    }

    private static Period lastDue(Releasing releasing, Cadence cadence, LocalDate today) {
        var period = CALENDAR_YEAR.periodOf(today, cadence);
        while (!releasing.isDue(period)) period = period.previous();
        return period;
    }
}
