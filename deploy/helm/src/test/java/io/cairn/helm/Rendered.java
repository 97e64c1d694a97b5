package io.cairn.helm;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The manifests of one rendering, as they lie in {@code src/test/resources/rendered}. */
record Rendered(String text, List<JsonObject> manifests) {
    static final Path FOLDER = Path.of("src", "test", "resources", "rendered");
    private static final Gson JSON = new Gson();

    static Rendered of(String values) throws IOException {
        return of(FOLDER.resolve(values + ".yaml"));
    }

    static Rendered of(Path file) throws IOException {
        var text = Files.readString(file);
        var manifests = new ArrayList<JsonObject>();
        for (var document : yaml(text)) if (document.isJsonObject()) manifests.add(document.getAsJsonObject());
        return new Rendered(text, manifests);
    }

    static List<JsonElement> yaml(String text) {
        var documents = new ArrayList<JsonElement>();
        var load = new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build());
        for (var document : load.loadAllFromString(text)) documents.add(JSON.toJsonTree(document));
        return documents;
    }

    List<JsonObject> all(String kind) {
        return manifests.stream().filter(it -> kind(it).equals(kind)).toList();
    }

    static String kind(JsonObject manifest) {
        return manifest.get("kind").getAsString();
    }

    static String name(JsonObject manifest) {
        return manifest.getAsJsonObject("metadata").get("name").getAsString();
    }

    /** What runs: of Deployments and Jobs alike. */
    List<JsonObject> pods() {
        return manifests.stream()
                .filter(it -> kind(it).equals("Deployment") || kind(it).equals("Job"))
                .map(it ->
                        it.getAsJsonObject("spec").getAsJsonObject("template").getAsJsonObject("spec"))
                .toList();
    }
}
