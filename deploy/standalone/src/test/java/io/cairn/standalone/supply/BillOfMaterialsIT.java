package io.cairn.standalone.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What each executable says it is made of, against what is packed in it. */
class BillOfMaterialsIT {
    private static final String PLACE = "META-INF/sbom/application.cdx.json";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    @ParameterizedTest
    @ValueSource(strings = {"assessment-service", "reporting-service", "deploy/standalone"})
    void names_every_library_and_all_may_be_shipped(String module) throws IOException {
        try (var jar = new JarFile(executable(module).toFile())) {
            var entry = jar.getEntry(PLACE);
            assumeTrue(entry != null, "Maven makes a bill of materials only when it is online");
            assertThat(jar.getManifest().getMainAttributes().getValue("Sbom-Location"))
                    .isEqualTo(PLACE);
            List<Component> components;
            try (var in = jar.getInputStream(entry)) {
                components = Component.of(JsonMapper.shared().readTree(in));
            }

            assertThat(components).extracting(Component::file).containsAll(packed(jar));
            assertThat(Licences.refused(components)).isEmpty();
            System.out.printf(
                    "%s: %d components, by licence %s%n",
                    module,
                    components.size(),
                    components.stream().collect(Collectors.groupingBy(Component::licences, Collectors.counting())));
        }
    }

    private static List<String> packed(JarFile jar) {
        return jar.stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                .map(name -> name.substring(LIBRARIES.length()))
                // of Spring Boot's plugin, which puts it in by itself
                .filter(name -> !name.startsWith("spring-boot-jarmode-tools-"))
                .toList();
    }

    private static Path executable(String module) throws IOException {
        try (var jars = Files.newDirectoryStream(Path.of("..", "..", module, "target"), "*-exec.jar")) {
            return jars.iterator().next();
        }
    }
}
