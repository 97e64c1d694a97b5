package io.cairn.reporting.definition;

import io.cairn.eventstore.RecordedEvents;
import io.cairn.language.ModelRef;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.event.ModelEvent.ModelVersionPublished;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.ModelFile;
import io.cairn.maturity.ShippedModels;
import io.cairn.maturity.upgrade.Upgrade;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Published versions of models: shipped with the product, else as the tenant's own event of it says. */
@Component
public class Definitions {
    /** A model is some hundred kilobytes in memory, and takes milliseconds to read. */
    private static final int REMEMBERED = 200;

    private static final String PUBLISHED = """
            select position from eventstore.event
            where tenant_id = :tenant and stream_id = :stream and name = 'ModelVersionPublished'
            """;

    private final RecordedEvents recorded;
    private final Map<Long, MaturityModel> read = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, MaturityModel> eldest) {
            return size() > REMEMBERED;
        }
    };

    Definitions(RecordedEvents recorded) {
        this.recorded = recorded;
    }

    /** One that an assessment was opened under, and so is there. */
    public MaturityModel of(JdbcClient jdbc, TenantId tenant, ModelRef ref) {
        return find(jdbc, tenant, ref).orElseThrow(() -> new IllegalStateException("no published model " + ref));
    }

    public Optional<MaturityModel> find(JdbcClient jdbc, TenantId tenant, ModelRef ref) {
        var shipped = ShippedModels.find(ref);
        if (shipped.isPresent()) return shipped.map(ModelFile::model);
        var positions = jdbc.sql(PUBLISHED)
                .param("tenant", tenant.value())
                .param("stream", StreamId.model(tenant, ref.key()).value())
                .query(Long.class)
                .list();
        for (var stored : recorded.at(jdbc, tenant, positions).values())
            if (stored.event() instanceof ModelVersionPublished it && it.model().equals(ref))
                return Optional.of(model(stored.position(), it));
        return Optional.empty();
    }

    /** What becomes of the questions of one version in another. */
    public Upgrade between(JdbcClient jdbc, TenantId tenant, MaturityModel from, MaturityModel to) {
        return Upgrade.between(from, to, ref -> find(jdbc, tenant, ref));
    }

    /** An event never changes, and its position is one tenant's only. */
    private MaturityModel model(long position, ModelVersionPublished event) {
        synchronized (read) {
            var known = read.get(position);
            if (known != null) return known;
        }
        var model = ModelFile.read(event.definition()).model();
        synchronized (read) {
            read.put(position, model);
        }
        return model;
    }
}
