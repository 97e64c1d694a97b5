package io.cairn.reporting.known;

import io.cairn.language.ModelKey;
import io.cairn.language.ModelVersion;
import io.cairn.language.StageRef;
import io.cairn.language.TenantId;
import io.cairn.maturity.ModelFile;
import io.cairn.maturity.ShippedModels;
import io.cairn.platform.problem.Problem;
import io.cairn.reporting.wording.Language;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One model in all its published versions: shipped with the product, else the tenant's own. Never empty. */
public record KnownModel(ModelKey key, NavigableMap<ModelVersion, ModelFacts> versions) {

    /** A stage as reports show it. */
    public record NamedStage(int ordinal, String key, String title) {}

    /**
     * In the language of the request, as far as the model has words in it. A model nobody knows, or that is another
     * tenant's, is a 404.
     */
    public static KnownModel require(JdbcClient jdbc, TenantId tenant, ModelKey key) {
        var versions = new TreeMap<ModelVersion, ModelFacts>();
        var language = Language.spoken();
        ShippedModels.all().stream()
                .map(ModelFile::model)
                .filter(model -> model.ref().key().equals(key))
                .forEach(model -> versions.put(model.ref().version(), ModelFacts.of(model, language)));
        for (var facts : OwnModels.versions(jdbc, tenant, key, language)) versions.putIfAbsent(facts.version(), facts);
        if (versions.isEmpty()) throw Problem.notFound().exception();
        return new KnownModel(key, versions);
    }

    /**
     * By the key that was recorded, and titled as in that version. Where the version has no such stage, as where one
     * came from a stage of the version before, it is titled as in the latest earlier one that has, else by its key.
     */
    public @Nullable NamedStage named(@Nullable StageRef stage, ModelVersion version) {
        return stage == null ? null : titled(stage, version);
    }

    public NamedStage titled(StageRef stage, ModelVersion version) {
        if (stage.ordinal() == 0)
            return new NamedStage(
                    0, stage.key(), ModelFacts.Stage.none(Language.spoken()).title());
        for (var facts : versions.headMap(version, true).descendingMap().values())
            for (var known : facts.stages())
                if (known.ordinal() == stage.ordinal() && known.key().equals(stage.key()))
                    return new NamedStage(known.ordinal(), known.key(), known.title());
        return new NamedStage(stage.ordinal(), stage.key(), stage.key());
    }

    public String dimensionTitle(String dimension, ModelVersion version) {
        var facts = versions.get(version);
        if (facts != null) for (var known : facts.dimensions()) if (known.key().equals(dimension)) return known.title();
        return dimension;
    }
}
