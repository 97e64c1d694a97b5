package io.cairn.reporting.movement;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In the API's description a row of probabilities may be null: it is where too few were reassessed. */
@Configuration(proxyBeanMethods = false)
class DescribedMovement {
    @Bean
    OpenApiCustomizer rowsThatAreWithheld() {
        return api -> {
            if (api.getComponents() == null || api.getComponents().getSchemas() == null) return;
            var movement = api.getComponents().getSchemas().get(Movement.class.getSimpleName());
            if (movement == null) return;
            @SuppressWarnings("unchecked")
            Map<String, Schema<?>> members = movement.getProperties();
            var rows = members.get("probabilities");
            if (rows != null) rows.getItems().addType("null");
        };
    }
}
