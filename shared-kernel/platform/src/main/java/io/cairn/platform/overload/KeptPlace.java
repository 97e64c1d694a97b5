package io.cairn.platform.overload;

import io.cairn.platform.web.WrappedBody;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets a request give up its place while its client is waited for. */
final class KeptPlace implements Filter {
    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws ServletException, IOException {
        var request = (HttpServletRequest) servletRequest;
        var response = (HttpServletResponse) servletResponse;
        var place = Place.of(request);
        if (place == null) {
            chain.doFilter(request, response);
            return;
        }
        // a table is read while it is worked on: its place is one of its own kind, and kept
        var read = WrappedBody.isStreamed(request) ? request : new AwaitedBody(request, place);
        chain.doFilter(read, new SentAnswer(response, place));
    }

    /** A client that sends its body slowly has no place meanwhile, or a few of them would keep everybody out. */
    private static final class AwaitedBody extends WrappedBody {
        private final Place place;

        AwaitedBody(HttpServletRequest request, Place place) {
            super(request);
            this.place = place;
        }

        @Override
        protected int fetch(ServletInputStream source, byte[] bytes, int offset, int length) throws IOException {
            if (source.isFinished() || source.available() > 0) return source.read(bytes, offset, length);
            return place.<Integer, IOException>without(() -> source.read(bytes, offset, length));
        }
    }
}
