package io.cairn.maturity.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The text of a model file becomes a tree of places. */
public final class ModelText {
    /** The largest file that is read, in bytes of UTF-8. */
    public static final int MOST_BYTES = 2_000_000;

    private ModelText() {}

    /**
     * Reads and checks against the published schema; faults go to {@code faults}. A text that starts with a brace is
     * JSON, any other YAML.
     *
     * @throws io.cairn.language.Rejected when the text cannot be read to its end
     */
    public static Place read(String file, Faults faults) {
        if (file.length() > MOST_BYTES || file.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            faults.add("", 1, "is larger than 2 MB");
            throw faults.refusal();
        }
        try {
            var root = Place.root(tree(file, faults));
            PublishedSchema.check(root, faults);
            return root;
        } catch (TreeBuilder.Unreadable e) {
            faults.add(e.pointer, e.line, String.valueOf(e.getMessage()));
            throw faults.refusal();
        }
    }

    /**
     * A file without faults, as JSON.
     *
     * @throws io.cairn.language.Rejected when the text cannot be read to its end
     */
    public static String json(String file) {
        return jsonTree(file).toString();
    }

    /**
     * A file without faults, in one language.
     *
     * @param wanted lower-case language tags, the best first
     * @throws io.cairn.language.Rejected when the text cannot be read to its end
     */
    public static Localized localized(String file, List<String> wanted) {
        return Localized.of(jsonTree(file), wanted);
    }

    /** For every language in a file without faults, in lower case, whether every text is there in it. */
    public static SortedMap<String, Boolean> languages(String file) {
        return Localized.completeness(jsonTree(file));
    }

    /**
     * A file without faults, under another key and version.
     *
     * @throws io.cairn.language.Rejected when the text cannot be read to its end
     */
    public static String renamed(String file, String key, String version) {
        var text = withoutMark(file);
        if (!isJson(text)) return Renaming.yaml(text, key, version);
        var model = (ObjectNode) jsonTree(text);
        return model.put("key", key).put("version", version).toPrettyString();
    }

    private static JsonNode jsonTree(String file) {
        var faults = new Faults();
        try {
            return PublishedSchema.tree(tree(file, faults));
        } catch (TreeBuilder.Unreadable e) {
            faults.add(e.pointer, e.line, String.valueOf(e.getMessage()));
            throw faults.refusal();
        }
    }

    /** The schema every file is held to. */
    public static String schema() {
        return PublishedSchema.text();
    }

    private static Node tree(String file, Faults faults) throws TreeBuilder.Unreadable {
        var text = withoutMark(file);
        return isJson(text) ? new JsonTree(text, faults).read() : new YamlTree(text, faults).read();
    }

    private static String withoutMark(String file) {
        return file.startsWith("\uFEFF") ? file.substring(1) : file;
    }

    private static boolean isJson(String text) {
        return text.stripLeading().startsWith("{");
    }
}
