package io.cairn.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** What the index finds is what Spring finds without it. */
class IndexedMappingsTest {
    @RestController
    static class Sheets {
        @GetMapping("/api/v1/sheets/{id}")
        void one() {}

        @GetMapping("/api/v1/sheets/latest")
        void latest() {}

        @PutMapping("/api/v1/sheets/{id}/answers/{question}")
        void answer() {}

        @GetMapping("/api/v1/sheets/{id}/files/{*rest}")
        void file() {}

        @GetMapping("/{page}/v1/sheets/{id}/answers/{question}")
        void anywhere() {}
    }

    private final RequestMappingHandlerMapping indexed = new IndexedMappings();
    private final RequestMappingHandlerMapping plain = new RequestMappingHandlerMapping();

    @BeforeEach
    void one_controller() {
        var context = new StaticWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.registerSingleton("sheets", Sheets.class);
        context.refresh();
        for (var mapping : new RequestMappingHandlerMapping[] {indexed, plain}) {
            mapping.setApplicationContext(context);
            mapping.afterPropertiesSet();
        }
    }

    private static MockHttpServletRequest request(String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        return request;
    }

    private static String found(HandlerMapping mapping, MockHttpServletRequest request) throws Exception {
        var chain = Objects.requireNonNull(mapping.getHandler(request));
        return ((HandlerMethod) chain.getHandler()).getMethod().getName() + " "
                + Map.copyOf((Map<?, ?>)
                        Objects.requireNonNull(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)))
                + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }

    private void same(String method, String path, String name) throws Exception {
        var found = found(indexed, request(method, path));
        assertThat(found).startsWith(name + " ").isEqualTo(found(plain, request(method, path)));
    }

    @Test
    void an_operation_is_found_with_its_variables_whatever_else_matches() throws Exception {
        same("GET", "/api/v1/sheets/7", "one");
        same("GET", "/api/v1/sheets/latest", "latest");
        same("PUT", "/api/v1/sheets/7/answers/q%2F1", "answer");
        same("GET", "/api/v1/sheets/7/answers/q", "anywhere");
        same("GET", "/api/v1/sheets/7/files/a/b/c", "file");
        same("GET", "/other/v1/sheets/7/answers/q", "anywhere");
        same("GET", "/api/v1/%73heets/7", "one");
    }

    @Test
    void what_is_not_there_is_told_as_spring_tells_it() throws Exception {
        assertThat(indexed.getHandler(request("GET", "/api/v1/elsewhere/7"))).isNull();
        assertThat(indexed.getHandler(request("GET", "/api/v1/sheets/7/"))).isNull();
        assertThatThrownBy(() -> indexed.getHandler(request("PUT", "/api/v1/sheets/7")))
                .isInstanceOf(HttpRequestMethodNotSupportedException.class);
    }
}
