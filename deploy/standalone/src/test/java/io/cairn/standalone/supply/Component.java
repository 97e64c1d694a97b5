package io.cairn.standalone.supply;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One of a bill of materials.
 *
 * @param name with its group and version
 * @param file as a jar has it
 * @param licences any of which may be chosen; SPDX ids where they are known
 */
record Component(String name, String file, List<String> licences) {
    /** All of a CycloneDX document. */
    static List<Component> of(JsonNode bom) {
        var all = new ArrayList<Component>();
        for (var component : bom.path("components")) {
            var name = component.path("name").asString();
            var version = component.path("version").asString();
            var licences = new ArrayList<String>();
            for (var licence : component.path("licenses"))
                licences.add(
                        licence.has("expression")
                                ? licence.path("expression").asString()
                                : named(licence.path("license")));
            all.add(new Component(
                    component.path("group").asString("") + ":" + name + ":" + version,
                    name + "-" + version + ".jar",
                    licences));
        }
        return all;
    }

    private static String named(JsonNode licence) {
        return licence.has("id")
                ? licence.path("id").asString()
                : licence.path("name").asString();
    }
}
