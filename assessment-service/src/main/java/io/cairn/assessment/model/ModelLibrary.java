package io.cairn.assessment.model;

import io.cairn.eventstore.StreamReader;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.event.Event;
import io.cairn.language.event.ModelEvent;
import io.cairn.language.event.ModelEvent.ModelDrafted;
import io.cairn.language.event.ModelEvent.ModelVersionPublished;
import io.cairn.language.event.ModelEvent.ModelVersionRetired;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.ModelFile;
import io.cairn.maturity.ShippedModels;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Shipped models, else those of the tenant's own streams. What is published never changes, so it is read once. */
final class ModelLibrary implements Models {
    private static final int REMEMBERED = 200;

    private final StreamReader streams;
    private final Remembered<TenantModel, MaturityModel> published = new Remembered<>(REMEMBERED);
    private final Remembered<StreamId, Retired> retired = new Remembered<>(REMEMBERED);

    ModelLibrary(StreamReader streams) {
        this.streams = streams;
    }

    private record TenantModel(TenantId tenant, ModelRef ref) {}

    /** The retired versions of a model. @param version of the stream up to which it was read, -1 when it has no event */
    private record Retired(Set<ModelVersion> versions, long version) {
        static final Retired NONE = new Retired(Set.of(), -1);
    }

    @Override
    public MaturityModel published(TenantId tenant, ModelRef ref) {
        var shipped = ShippedModels.find(ref);
        if (shipped.isPresent()) return shipped.get().model();
        return published.get(new TenantModel(tenant, ref), () -> readPublished(tenant, ref));
    }

    @Override
    public MaturityModel written(TenantId tenant, ModelRef ref) {
        return file(tenant, ref).model();
    }

    @Override
    public MaturityModel usable(TenantId tenant, ModelRef ref) {
        if (ShippedModels.find(ref).isEmpty() && isRetired(tenant, ref))
            throw new Rejected(new Rejection.ModelIsRetired(ref));
        return published(tenant, ref);
    }

    @Override
    public ModelRef latest(TenantId tenant, ModelKey key) {
        var versions = Shipped.isReserved(key)
                ? Shipped.versions(key)
                : find(tenant, key).state().published();
        return versions.max(Comparator.naturalOrder())
                .map(version -> new ModelRef(key, version))
                .orElseThrow(() -> new Rejected(new Rejection.NotFound("model")));
    }

    /** The text of a version as its author wrote it, a draft's too. */
    Optional<String> definition(TenantId tenant, ModelRef ref) {
        var shipped = ShippedModels.find(ref).map(ModelFile::text);
        return shipped.isPresent() ? shipped : ownDefinition(tenant, ref);
    }

    /**
     * A version with its text, a draft's too.
     *
     * @throws Rejected when there is none (unknown model)
     */
    ModelFile file(TenantId tenant, ModelRef ref) {
        return ShippedModels.find(ref)
                .or(() -> ownDefinition(tenant, ref).map(ModelFile::read))
                .orElseThrow(() -> new Rejected(new Rejection.UnknownModel(ref)));
    }

    /** @param version of the stream, -1 when it has no event */
    record Found(ModelState state, long version) {}

    /** A tenant's own model. */
    Found find(TenantId tenant, ModelKey key) {
        var state = ModelState.NONE;
        var version = -1L;
        for (var stored : streams.read(StreamId.model(tenant, key))) {
            if (stored.event() instanceof ModelEvent event) state = state.evolve(event);
            version = stored.version();
        }
        return new Found(state, version);
    }

    /** A version may be retired at any time: what was read before is kept, and what came behind it is read now. */
    private boolean isRetired(TenantId tenant, ModelRef ref) {
        var stream = StreamId.model(tenant, ref.key());
        var known = retired.find(stream).orElse(Retired.NONE);
        var behind = streams.read(stream, known.version() + 1);
        if (behind.isEmpty()) return known.versions().contains(ref.version());
        var versions = new HashSet<>(known.versions());
        for (var stored : behind)
            if (stored.event() instanceof ModelVersionRetired it)
                versions.add(it.model().version());
        retired.put(stream, new Retired(Set.copyOf(versions), behind.getLast().version()));
        return versions.contains(ref.version());
    }

    private MaturityModel readPublished(TenantId tenant, ModelRef ref) {
        for (var stored : streams.read(StreamId.model(tenant, ref.key())))
            if (stored.event() instanceof ModelVersionPublished event
                    && event.model().equals(ref))
                return ModelFile.read(event.definition()).model();
        throw new Rejected(new Rejection.UnknownModel(ref));
    }

    private Optional<String> ownDefinition(TenantId tenant, ModelRef ref) {
        return streams.read(StreamId.model(tenant, ref.key())).reversed().stream()
                .map(stored -> definitionIn(stored.event(), ref))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> definitionIn(Event event, ModelRef ref) {
        return event instanceof ModelEvent it && it.model().equals(ref)
                ? switch (it) {
                    case ModelDrafted drafted -> Optional.of(drafted.definition());
                    case ModelVersionPublished published -> Optional.of(published.definition());
                    case ModelVersionRetired ignored -> Optional.empty();
                }
                : Optional.empty();
    }
}
