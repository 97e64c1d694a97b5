package io.cairn.maturity;

import io.cairn.language.ModelRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The models that come with the product; every tenant may use them. */
public final class ShippedModels {
    /** A class path cannot be listed, so the names stand here, ordered by key, then version. */
    private static final List<ModelRef> REFS = List.of(
            ModelRef.of("boufim-barka-2021", "1.0.0"),
            ModelRef.of("egdi", "1.0.0"),
            ModelRef.of("egdi", "2.0.0"),
            ModelRef.of("marketing-ops-5", "1.0.0"),
            ModelRef.of("memm", "1.0.0"),
            ModelRef.of("odm-2023", "1.0.0"),
            ModelRef.of("rsg-reference-models", "1.0.0"),
            ModelRef.of("rutten-dmm", "1.0.0"));

    private ShippedModels() {}

    /** Ordered by key, then version. */
    public static List<ModelFile> all() {
        return List.copyOf(Parsed.FILES.values());
    }

    public static Optional<ModelFile> find(ModelRef ref) {
        return Optional.ofNullable(Parsed.FILES.get(ref));
    }

    static String resource(ModelRef ref) {
        return "/io/cairn/maturity/models/" + ref.key() + "-" + ref.version() + ".yaml";
    }

    /** Read at the first use, once. */
    private static final class Parsed {
        static final Map<ModelRef, ModelFile> FILES = read();

        private static Map<ModelRef, ModelFile> read() {
            var files = new LinkedHashMap<ModelRef, ModelFile>();
            for (var ref : REFS) files.put(ref, ModelFile.read(text(resource(ref))));
            return files;
        }

        private static String text(String resource) {
            try (var stream = ShippedModels.class.getResourceAsStream(resource)) {
                return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
