package io.cairn.assessment.cycle;

import io.cairn.assessment.cycle.opening.CycleAssessments;
import io.cairn.assessment.cycle.opening.WhenCycleOpenedThenOpenAssessments;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.eventstore.projection.PolicyRegistration;
import io.cairn.eventstore.projection.Projections;
import io.cairn.eventstore.projection.ViewRegistration;
import io.cairn.platform.command.AggregateType;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room has to do with the rest. */
@Configuration(proxyBeanMethods = false)
class CycleRoom {
    private static final String SCHEMA = "assessment";

    @Bean
    AggregateType cycleAggregate() {
        return new AggregateType(CycleAggregate.class);
    }

    @Bean
    ViewRegistration cycleView() {
        return new ViewRegistration(SCHEMA, new CycleView());
    }

    @Bean
    CycleUnits cycleUnits(TenantDatabase database) {
        return new CycleUnits(database);
    }

    @Bean
    PolicyRegistration whenCycleOpenedThenOpenAssessments(
            Cycles cycles, CycleAssessments assessments, ObjectProvider<Projections> projections, Clock clock) {
        return new PolicyRegistration(
                SCHEMA, new WhenCycleOpenedThenOpenAssessments(cycles, assessments, projections::getObject, clock));
    }
}
