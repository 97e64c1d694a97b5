package io.cairn.assessment.journey;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.journey.proposing.WhenAssessmentFinalizedThenProposeStage;
import io.cairn.assessment.journey.withdrawing.WhenAssessmentCancelledThenWithdrawStage;
import io.cairn.assessment.tenant.Tenants;
import io.cairn.eventstore.projection.PolicyRegistration;
import io.cairn.platform.command.AggregateType;
import io.cairn.platform.command.Commands;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JourneyRoom {
    @Bean
    AggregateType journeyAggregate() {
        return new AggregateType(JourneyAggregate.class);
    }

    @Bean
    PolicyRegistration proposeStage(Commands commands, Tenants tenants) {
        return new PolicyRegistration("assessment", new WhenAssessmentFinalizedThenProposeStage(commands, tenants));
    }

    @Bean
    PolicyRegistration withdrawStage(Commands commands, Assessments assessments) {
        return new PolicyRegistration(
                "assessment", new WhenAssessmentCancelledThenWithdrawStage(commands, assessments));
    }
}
