package io.cairn.platform.web;

import io.cairn.platform.problem.BodyTooLarge;
import io.cairn.platform.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses large bodies, whether or not their length is announced. What is only ever streamed (tables) has no limit. */
final class BodyLimit extends OncePerRequestFilter {
    private final long limit;
    private final ProblemWriter problems;

    BodyLimit(long limit, ProblemWriter problems) {
        this.limit = limit;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return WrappedBody.isStreamed(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit) problems.write(request, response, BodyTooLarge.problem());
        else chain.doFilter(new Limited(request), response);
    }

    private final class Limited extends WrappedBody {
        private long seen;

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        protected void read(byte[] bytes, int offset, int length) throws IOException {
            seen += length;
            if (seen > limit) throw new BodyTooLarge();
        }
    }
}
