package io.cairn.language;

/** One version of one maturity model. */
public record ModelRef(ModelKey key, ModelVersion version) {
    public static ModelRef of(String key, String version) {
        return new ModelRef(new ModelKey(key), ModelVersion.parse(version));
    }

    @Override
    public String toString() {
        return key + " " + version;
    }
}
