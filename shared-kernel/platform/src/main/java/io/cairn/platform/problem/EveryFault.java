package io.cairn.platform.problem;

import io.cairn.eventstore.StoreBusy;
import io.cairn.eventstore.VersionConflict;
import io.cairn.eventstore.json.JsonFault;
import io.cairn.language.InvalidValue;
import io.cairn.language.Rejected;
import io.cairn.platform.command.StaleVersion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.ClassUtils;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;

/** Whatever a request ends with that is not an answer: here it becomes a problem, and only a fault is logged. */
public final class EveryFault implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(EveryFault.class);

    private final ProblemWriter problems;

    public EveryFault(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (e instanceof AccessDeniedException || e instanceof AuthenticationException) return null;
        // half of the answer is on its way: who gets it must not take it for the whole, so the connection is to break
        if (response.isCommitted() && !(e instanceof AsyncRequestNotUsableException)) return null;
        try {
            if (!(e instanceof AsyncRequestNotUsableException)) problems.write(request, response, problem(request, e));
        } catch (IOException gone) {
            LOG.debug("the client did not wait for its problem", gone);
        }
        return new ModelAndView();
    }

    static Problem problem(HttpServletRequest request, Exception e) {
        if (cause(e, BodyTooLarge.class) != null) return BodyTooLarge.problem();
        return switch (e) {
            case ProblemException it -> it.problem();
            case Rejected it -> Refusals.problem(it.reason(), Place.of(request));
            case StaleVersion it ->
                Problem.of(412, "stale-version", "Somebody else changed this in the meantime.")
                        .detail("If-Match said " + it.getMessage() + ".");
            case VersionConflict ignored ->
                Problem.of(409, "version-conflict", "Others are changing this at the same time.")
                        .header("Retry-After", "1");
            case StoreBusy ignored ->
                Problem.of(503, "too-busy", "More is being written than can be stored just now.")
                        .header("Retry-After", "1");
            case HttpMessageNotReadableException it -> unreadable(it);
            case MethodArgumentTypeMismatchException it -> mistyped(it);
            case TypeMismatchException it -> Problem.badParameter(parameter(it), "is not known here");
            case MissingServletRequestParameterException it ->
                Problem.badParameter(it.getParameterName(), "is missing");
            case MissingRequestHeaderException it -> badHeader(it.getHeaderName(), "is missing");
            case InvalidValue it ->
                Problem.of(400, "invalid-value", "The request holds a value that is not valid.")
                        .detail(String.valueOf(it.getMessage()));
            case ErrorResponse it -> ofSpring(it);
            default -> unavailable(e) ? databaseAway(e) : fault(e);
        };
    }

    private static Problem unreadable(HttpMessageNotReadableException e) {
        var json = cause(e, JacksonException.class);
        if (json == null) return malformed("A body is required.");
        var fault = JsonFault.of(json);
        var noJson = cause(e, StreamReadException.class) != null
                || cause(e, StreamConstraintsException.class) != null
                || json instanceof JacksonIOException;
        return noJson || fault.pointer().isEmpty()
                ? malformed(fault.detail()).at(fault.pointer(), fault.detail())
                : Problem.invalidBody(fault.pointer(), fault.detail());
    }

    private static Problem malformed(String detail) {
        return Problem.of(400, "malformed-body", "The body cannot be read.").detail(detail);
    }

    /** Parameters that are read into one object have its name for Spring, and somebody may send a parameter of that name. */
    private static String parameter(TypeMismatchException e) {
        var property = e.getPropertyName();
        if (property != null) return property;
        var type = e.getRequiredType();
        return type == null ? "" : ClassUtils.getShortNameAsProperty(type);
    }

    private static Problem mistyped(MethodArgumentTypeMismatchException e) {
        if (e.getParameter().hasParameterAnnotation(PathVariable.class)) return Problem.notFound();
        var json = cause(e, JacksonException.class);
        var invalid = cause(e, InvalidValue.class);
        var detail = json != null
                ? JsonFault.of(json).detail()
                : invalid != null ? String.valueOf(invalid.getMessage()) : "must be " + kind(e.getRequiredType());
        return e.getParameter().hasParameterAnnotation(RequestHeader.class)
                ? badHeader(e.getName(), detail)
                : Problem.badParameter(e.getName(), detail);
    }

    private static String kind(@Nullable Class<?> type) {
        var name = type == null ? "" : type.getSimpleName().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "int", "integer", "long" -> "a whole number";
            case "double", "bigdecimal" -> "a number";
            case "boolean" -> "true or false";
            case "uuid" -> "a UUID";
            case "localdate" -> "a date (2026-12-31)";
            case "instant", "offsetdatetime" -> "a time (2026-12-31T23:59:59Z)";
            default -> "of another form";
        };
    }

    private static Problem badHeader(String name, String detail) {
        return Problem.of(400, "invalid-header", "A header of the request is not valid.")
                .at(name, detail);
    }

    /** What Spring itself refuses has a status, and headers such as {@code Allow}. Its texts may name classes. */
    private static Problem ofSpring(ErrorResponse refusal) {
        var problem = ofStatus(refusal.getStatusCode().value());
        for (var header : refusal.getHeaders().headerSet())
            problem = problem.header(header.getKey(), String.join(", ", header.getValue()));
        return problem;
    }

    /** A problem of which nothing is known but its status. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> Problem.notFound();
            case 405 -> Problem.of(405, "method-not-allowed", "This cannot be done here.");
            case 406 -> Problem.of(406, "not-acceptable", "There is no such representation of it.");
            case 413 -> BodyTooLarge.problem();
            case 415 -> Problem.of(415, "unsupported-media-type", "A body of this type is not understood here.");
            default -> {
                var known = HttpStatus.resolve(status);
                var name = known == null
                        ? "status-" + status
                        : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
                yield Problem.of(status, name, known == null ? "Something went wrong." : known.getReasonPhrase() + ".");
            }
        };
    }

    private static boolean unavailable(Exception e) {
        return e instanceof CannotGetJdbcConnectionException
                || e instanceof CannotCreateTransactionException
                || e instanceof DataAccessResourceFailureException
                || e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException;
    }

    private static Problem databaseAway(Exception e) {
        LOG.warn("the database is out of reach", e);
        return Problem.of(503, "temporarily-unavailable", "This is out of reach just now.")
                .header("Retry-After", "5");
    }

    private static Problem fault(Exception e) {
        LOG.error("a request failed", e);
        return Problem.of(500, "internal-error", "Something went wrong here; the trace id says which request it was.");
    }

    private static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> type) {
        for (Throwable at = thrown; at != null; at = at.getCause()) if (type.isInstance(at)) return type.cast(at);
        return null;
    }
}
