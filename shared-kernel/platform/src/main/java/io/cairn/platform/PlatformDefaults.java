package io.cairn.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Puts {@code cairn-defaults.yaml} below everything else a service or its operator says. An import in each service's
 * own file would stand above that file, and could be forgotten.
 */
public final class PlatformDefaults implements EnvironmentPostProcessor {
    private static final String FILE = "cairn-defaults.yaml";
    /** Spring Boot's lowest source; it is moved to the end whenever it is there. */
    private static final String LOWEST = "defaultProperties";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var settings = read();
        var sources = environment.getPropertySources();
        if (sources.get(LOWEST) instanceof MapPropertySource said) settings.putAll(said.getSource());
        sources.remove(LOWEST);
        sources.addLast(new MapPropertySource(LOWEST, settings));
    }

    private static Map<String, Object> read() {
        var settings = new HashMap<String, Object>();
        try {
            for (var document : new YamlPropertySourceLoader().load(FILE, new ClassPathResource(FILE)))
                for (var name : ((EnumerablePropertySource<?>) document).getPropertyNames())
                    settings.put(name, Objects.requireNonNull(document.getProperty(name), name));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " belongs to the platform and is not on the class path", e);
        }
        return settings;
    }
}
