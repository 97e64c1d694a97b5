package io.cairn.assessment.journey;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.journey.proposing.WhenAssessmentFinalizedThenProposeStage;
import io.cairn.assessment.journey.withdrawing.WhenAssessmentCancelledThenWithdrawStage;
import io.cairn.assessment.journey.withdrawing.WhenAssessmentTellsNoStageThenWithdrawStage;
import io.cairn.assessment.tenant.Tenants;
import io.cairn.eventstore.projection.PolicyRegistration;
import io.cairn.platform.command.AggregateType;
import io.cairn.platform.command.Commands;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JourneyRoom {
    @Bean
    AggregateType journeyAggregate() {
        return new AggregateType(JourneyAggregate.class);
    }

    @Bean
    PolicyRegistration journeyFollowsAssessment(Commands commands, Tenants tenants, Assessments assessments) {
        return new PolicyRegistration(
                "assessment",
                new JourneyFollowsAssessment(List.of(
                        new WhenAssessmentFinalizedThenProposeStage(commands, tenants),
                        new WhenAssessmentTellsNoStageThenWithdrawStage(commands, assessments, tenants),
                        new WhenAssessmentCancelledThenWithdrawStage(commands, assessments, tenants))));
    }
}
