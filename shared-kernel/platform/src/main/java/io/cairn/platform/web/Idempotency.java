package io.cairn.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cairn.platform.command.Once;
import io.cairn.platform.identity.Callers;
import io.cairn.platform.problem.BodyTooLarge;
import io.cairn.platform.problem.Problem;
import io.cairn.platform.problem.ProblemWriter;
import io.cairn.platform.web.FirstAnswers.Claim;
import io.cairn.platform.web.FirstAnswers.Slot;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Handles a POST with an {@code Idempotency-Key} once, and answers the same request again as it did first. The body
 * is digested as it streams by, imports too, so that another body under the same key is told apart. Not kept: faults
 * (5xx), bodies too large to read, and answers that say to come again. What the request's commands append is recorded
 * with the events themselves, so that whoever takes it over from a process that died finds what it did.
 */
final class Idempotency extends OncePerRequestFilter {
    static final String KEY = "Idempotency-Key";

    private static final Logger LOG = LoggerFactory.getLogger(Idempotency.class);

    private final FirstAnswers answers;
    private final InFlight inFlight;
    private final ProblemWriter problems;

    Idempotency(FirstAnswers answers, InFlight inFlight, ProblemWriter problems) {
        this.answers = answers;
        this.inFlight = inFlight;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/api/v1/")
                || request.getHeader(KEY) == null
                || Callers.current().isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader(KEY);
        if (!key.matches("[\\x21-\\x7E]{1,255}")) {
            var problem = Problem.of(400, "invalid-header", "A header of the request is not valid.")
                    .at(KEY, "holds 1 to 255 visible characters");
            problems.write(request, response, problem);
            return;
        }
        var slot = Slot.of(Callers.current().orElseThrow(), Answered.hash(key));
        switch (answers.claim(slot)) {
            case Claim.Mine mine -> first(slot, mine.attempt(), key, request, response, chain);
            case Claim.Answered before ->
                again(before.fingerprint(), Answered.opened(key, before.answer()), request, response);
            case Claim.InFlight ignored ->
                problems.write(
                        request,
                        response,
                        Problem.of(409, "request-in-flight", "The first request with this key is still being handled.")
                                .header("Retry-After", "1"));
        }
    }

    private void first(
            Slot slot,
            UUID attempt,
            String key,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var digested = new Digested(request);
        var recorded = new ContentCachingResponseWrapper(response);
        var kept = false;
        try {
            inFlight.begin(attempt, slot);
            once(slot, chain, digested, recorded);
            kept = keep(slot, attempt, key, digested, recorded);
        } finally {
            inFlight.end(attempt);
            if (!kept) answers.forget(slot, attempt);
        }
        recorded.copyBodyToResponse();
    }

    private static void once(Slot slot, FilterChain chain, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            Once.of(slot.actor(), slot.keyHash()).call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("no filter throws that", e);
        }
    }

    private boolean keep(
            Slot slot, UUID attempt, String key, Digested request, ContentCachingResponseWrapper response) {
        var status = response.getStatus();
        if (status >= 500 || status == 413 || response.getHeader("Retry-After") != null) return false;
        try {
            var answer = Answered.of(response);
            answers.keep(slot, attempt, request.fingerprint(), answer.status(), answer.sealed(key));
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.warn("the answer to a request with an Idempotency-Key could not be kept", e);
            return false; // it is done all the same, and its answer goes out
        }
    }

    private void again(byte[] fingerprint, Answered first, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            if (MessageDigest.isEqual(fingerprint, new Digested(request).fingerprint())) first.replay(response);
            else
                problems.write(
                        request,
                        response,
                        Problem.of(422, "idempotency-key-reused", "The key was used for another request.")
                                .at(KEY, "was sent before with another path or body"));
        } catch (BodyTooLarge e) {
            problems.write(request, response, BodyTooLarge.problem());
        }
    }

    private static final class Digested extends WrappedBody {
        private final MessageDigest digest;

        Digested(HttpServletRequest request) {
            super(request);
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
            var head = String.join(
                    "\n",
                    request.getRequestURI(),
                    String.valueOf(request.getQueryString()),
                    String.valueOf(request.getContentType()),
                    "");
            digest.update(head.getBytes(UTF_8));
        }

        @Override
        protected void read(byte[] bytes, int offset, int length) {
            digest.update(bytes, offset, length);
        }

        /** Of the whole body: what nobody has read yet is read now. Once. */
        byte[] fingerprint() throws IOException {
            getInputStream().transferTo(OutputStream.nullOutputStream());
            return digest.digest();
        }
    }
}
