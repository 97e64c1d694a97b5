package io.cairn.standalone.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LicencesTest {
    private static final String BOM = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
              {"group": "a", "name": "free", "version": "1", "licenses": [{"license": {"id": "Apache-2.0"}}]},
              {"group": "b", "name": "either", "version": "1",
               "licenses": [{"license": {"id": "GPL-2.0-only"}}, {"license": {"id": "MIT"}}]},
              {"group": "c", "name": "copyleft", "version": "1", "licenses": [{"license": {"id": "GPL-3.0-only"}}]},
              {"group": "d", "name": "network", "version": "1", "licenses": [{"license": {"name": "GNU Affero GPL v3"}}]},
              {"group": "e", "name": "both", "version": "1", "licenses": [{"expression": "Apache-2.0 AND GPL-3.0-only"}]},
              {"group": "f", "name": "business", "version": "1", "licenses": [{"license": {"name": "BUSL-1.1"}}]},
              {"group": "g", "name": "silent", "version": "1"}]}
            """;

    private static final List<Component> COMPONENTS =
            Component.of(JsonMapper.shared().readTree(BOM));

    @Test
    void who_asks_for_more_than_we_can_give_is_refused_and_who_says_nothing() {
        assertThat(Licences.refused(COMPONENTS))
                .extracting(Component::name)
                .containsExactly("c:copyleft:1", "d:network:1", "e:both:1", "f:business:1", "g:silent:1");
    }

    @Test
    void an_author_who_names_several_leaves_the_choice() {
        assertThat(Licences.refused(COMPONENTS)).extracting(Component::name).doesNotContain("a:free:1", "b:either:1");
    }
}
