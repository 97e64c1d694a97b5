package io.cairn.assessment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.language.ModelRef;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.TenantId;
import io.cairn.language.event.ModelEvent;
import io.cairn.language.event.ModelEvent.ModelDrafted;
import io.cairn.language.event.ModelEvent.ModelVersionPublished;
import io.cairn.language.event.ModelEvent.ModelVersionRetired;
import io.cairn.platform.command.AggregateFixtures;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ModelAggregateTest {
    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final ModelRef REF = ModelRef.of("own", "1.0.0");
    private static final ModelDrafted DRAFTED = new ModelDrafted(REF, "text", "digest");
    private static final ModelVersionPublished PUBLISHED = new ModelVersionPublished(REF, "text", "digest");
    private static final ModelVersionRetired RETIRED = new ModelVersionRetired(REF);

    private final FixtureConfiguration<ModelAggregate> model = AggregateFixtures.of(ModelAggregate.class);

    private static DraftModel draft(String text) {
        return new DraftModel(TENANT, REF, text, "digest of " + text);
    }

    private static void refused(
            Function<ModelState, List<ModelEvent>> decision, Rejection reason, ModelEvent... before) {
        var state = ModelState.NONE;
        for (var event : before) state = state.evolve(event);
        var known = state;
        assertThatThrownBy(() -> decision.apply(known))
                .isInstanceOfSatisfying(
                        Rejected.class, it -> assertThat(it.reason()).isEqualTo(reason));
    }

    @Test
    void a_version_is_drafted() {
        model.givenNoPriorActivity().when(draft("a")).expectEvents(new ModelDrafted(REF, "a", "digest of a"));
    }

    @Test
    void a_draft_is_replaced_until_it_is_published() {
        model.given(DRAFTED).when(draft("b")).expectEvents(new ModelDrafted(REF, "b", "digest of b"));
    }

    @Test
    void a_clone_is_a_draft_and_replaces_none() {
        var clone = new CloneModel(TENANT, REF, "a", "digest of a");
        model.givenNoPriorActivity().when(clone).expectEvents(new ModelDrafted(REF, "a", "digest of a"));
        for (var there : List.of(DRAFTED, PUBLISHED))
            refused(
                    state -> CloneModel.decide(clone, state),
                    new Rejection.AlreadyExists("model version", null),
                    there);
    }

    @Test
    void a_published_version_never_changes() {
        refused(state -> DraftModel.decide(draft("b"), state), new Rejection.ModelVersionIsPublished(REF), PUBLISHED);
    }

    @Test
    void nor_does_a_retired_one() {
        refused(
                state -> DraftModel.decide(draft("b"), state),
                new Rejection.ModelVersionIsPublished(REF),
                PUBLISHED,
                RETIRED);
    }

    @Test
    void the_same_text_again_changes_nothing() {
        model.given(DRAFTED, PUBLISHED)
                .when(new DraftModel(TENANT, REF, "text", "digest"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_version_is_drafted_beside_a_published_one() {
        var next = ModelRef.of("own", "1.1.0");
        model.given(DRAFTED, PUBLISHED)
                .when(new DraftModel(TENANT, next, "b", "digest of b"))
                .expectEvents(new ModelDrafted(next, "b", "digest of b"));
    }

    @Test
    void a_shipped_models_key_is_reserved() {
        var egdi = ModelRef.of("egdi", "9.0.0");
        refused(
                state -> DraftModel.decide(new DraftModel(TENANT, egdi, "a", "b"), state),
                new Rejection.ModelKeyReserved(egdi.key()));
    }

    @Test
    void a_draft_is_published_whole() {
        model.given(DRAFTED).when(new PublishModelVersion(TENANT, REF)).expectEvents(PUBLISHED);
    }

    @Test
    void publishing_twice_changes_nothing() {
        model.given(DRAFTED, PUBLISHED)
                .when(new PublishModelVersion(TENANT, REF))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_retired_version_is_not_published_again() {
        refused(
                state -> PublishModelVersion.decide(new PublishModelVersion(TENANT, REF), state),
                new Rejection.ModelIsRetired(REF),
                PUBLISHED,
                RETIRED);
    }

    @Test
    void a_stranger_has_nothing_to_publish() {
        refused(
                state -> PublishModelVersion.decide(new PublishModelVersion(TENANT, REF), state),
                new Rejection.UnknownModel(REF));
    }

    @Test
    void a_published_version_is_retired_once() {
        model.given(DRAFTED, PUBLISHED)
                .when(new RetireModelVersion(TENANT, REF))
                .expectEvents(RETIRED);
        assertThat(RetireModelVersion.decide(
                        new RetireModelVersion(TENANT, REF),
                        ModelState.NONE.evolve(PUBLISHED).evolve(RETIRED)))
                .isEmpty();
    }

    @Test
    void a_draft_was_never_in_use_and_is_not_retired() {
        refused(
                state -> RetireModelVersion.decide(new RetireModelVersion(TENANT, REF), state),
                new Rejection.UnknownModel(REF),
                DRAFTED);
    }
}
