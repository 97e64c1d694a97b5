package io.cairn.reporting.backslide;

import io.cairn.eventstore.RecordedEvents;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.event.ModelEvent.ModelVersionPublished;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.ModelFile;
import io.cairn.maturity.ShippedModels;
import io.cairn.reporting.request.Asked;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A model in all its published versions, with all that scores: shipped with the product, else the tenant's own. */
record WholeModels(Map<ModelRef, MaturityModel> versions) {
    static WholeModels of(JdbcClient jdbc, TenantId tenant, ModelKey key, RecordedEvents events) {
        var versions = new HashMap<ModelRef, MaturityModel>();
        for (var file : ShippedModels.all())
            if (file.model().ref().key().equals(key)) versions.put(file.model().ref(), file.model());
        if (versions.isEmpty()) {
            var stream = List.of(StreamId.model(tenant, key).value());
            for (var stored : events.of(jdbc, tenant, stream, Asked.NOW))
                if (stored.event() instanceof ModelVersionPublished it)
                    versions.put(it.model(), ModelFile.read(it.definition()).model());
        }
        return new WholeModels(versions);
    }

    Optional<MaturityModel> find(ModelRef ref) {
        return Optional.ofNullable(versions.get(ref));
    }
}
