package io.cairn.standalone.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A version is said once, in the parent; a module that said its own would have another than its neighbours. */
class PinnedVersionsTest {
    private static final Path ROOT = Path.of("..", "..");

    @Test
    void no_module_says_the_version_of_a_dependency() throws Exception {
        var modules = modules();
        assertThat(modules).hasSizeGreaterThan(8);
        var said = new TreeMap<String, List<String>>();
        for (var module : modules) {
            var own = versions(Files.readString(ROOT.resolve(module).resolve("pom.xml")));
            if (!own.isEmpty()) said.put(module, own);
        }
        assertThat(said).isEmpty();
    }

    @Test
    void one_that_is_said_is_found() throws Exception {
        var pom = """
                <project><dependencies>
                  <dependency><artifactId>a</artifactId><version>1.0</version></dependency>
                  <dependency><artifactId>b</artifactId></dependency>
                  <dependency><artifactId>c</artifactId><version>${project.version}</version></dependency>
                </dependencies></project>
                """;
        assertThat(versions(pom)).containsExactly("a:1.0");
    }

    private static List<String> modules() throws Exception {
        var modules = new ArrayList<String>();
        var found = read(Files.readString(ROOT.resolve("pom.xml"))).getElementsByTagName("module");
        for (var i = 0; i < found.getLength(); i++) modules.add(found.item(i).getTextContent());
        return modules;
    }

    /** Of dependencies that say one of their own. */
    private static List<String> versions(String pom) throws Exception {
        var versions = new ArrayList<String>();
        var dependencies = read(pom).getElementsByTagName("dependency");
        for (var i = 0; i < dependencies.getLength(); i++) {
            var dependency = (Element) dependencies.item(i);
            var version = dependency.getElementsByTagName("version");
            if (version.getLength() == 0 || version.item(0).getTextContent().startsWith("${project.")) continue;
            versions.add(dependency.getElementsByTagName("artifactId").item(0).getTextContent() + ":"
                    + version.item(0).getTextContent());
        }
        return versions;
    }

    private static Element read(String pom) throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(pom.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }
}
