package io.cairn.language;

import java.util.Comparator;
import java.util.regex.Pattern;

/** Major, minor and patch, as in {@code 1.0.0}. */
public record ModelVersion(int major, int minor, int patch) implements Comparable<ModelVersion> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})");
    private static final Comparator<ModelVersion> ORDER = Comparator.comparingInt(ModelVersion::major)
            .thenComparingInt(ModelVersion::minor)
            .thenComparingInt(ModelVersion::patch);

    public static ModelVersion parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) throw new InvalidValue("a model version has the form 1.0.0");
        return new ModelVersion(
                Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)));
    }

    @Override
    public int compareTo(ModelVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
