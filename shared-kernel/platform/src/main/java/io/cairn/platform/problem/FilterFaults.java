package io.cairn.platform.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** What fails around the controllers (looking up a key, say) ends as what fails inside them does. */
public final class FilterFaults extends OncePerRequestFilter {
    private final ProblemWriter problems;

    public FilterFaults(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException e) {
            if (response.isCommitted()) throw e;
            var cause = e.getCause() instanceof Exception inner ? inner : e;
            problems.write(request, response, EveryFault.problem(request, cause));
        } catch (RuntimeException e) {
            if (response.isCommitted()) throw e; // Tomcat breaks the connection, so that half an answer is seen as such
            problems.write(request, response, EveryFault.problem(request, e));
        }
    }
}
