package io.cairn.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.language.ActorId;
import io.cairn.language.TenantId;
import io.cairn.platform.problem.ProblemException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

class AllowedOnlyTest {
    public static final class Handlers {
        public void forgotten() {}

        @Allowed(Role.VIEWER)
        public void read() {}
    }

    private static HandlerMethod handler(String name) {
        try {
            return new HandlerMethod(new Handlers(), name);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean letIn(String handler) {
        return new AllowedOnly()
                .preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), handler(handler));
    }

    private static void calledBy(Role... roles) {
        SecurityContextHolder.getContext()
                .setAuthentication(new CallerToken(new Caller(
                        new TenantId(new UUID(0, 1)), new ActorId("user:1"), Set.of(roles), new UUID(0, 2))));
    }

    @AfterEach
    void nobodyCalls() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_handler_that_says_nothing_is_closed_to_all() {
        calledBy(Role.values());
        assertThatThrownBy(() -> letIn("forgotten")).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_role_that_is_named_is_let_in_and_no_other() {
        calledBy(Role.VIEWER);
        assertThat(letIn("read")).isTrue();
        calledBy(Role.ADMIN, Role.AUDITOR);
        assertThatThrownBy(() -> letIn("read")).isInstanceOf(ProblemException.class);
    }

    @Test
    void nobody_is_let_in_who_is_not_known() {
        assertThatThrownBy(() -> letIn("read")).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_forgotten_handler_is_found_at_start() {
        var api = RequestMappingInfo.paths("/api/v1/forgotten").build();
        var docs = RequestMappingInfo.paths("/v3/api-docs").build();
        assertThat(EveryHandlerSaysWhoIsAllowed.closed(Map.of(api, handler("forgotten"), docs, handler("forgotten"))))
                .hasSize(1);
        assertThat(EveryHandlerSaysWhoIsAllowed.closed(Map.of(api, handler("read"))))
                .isEmpty();
    }
}
