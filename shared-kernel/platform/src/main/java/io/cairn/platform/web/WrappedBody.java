package io.cairn.platform.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request whose body is looked at on its way, without ever being held in memory. */
public abstract class WrappedBody extends HttpServletRequestWrapper {
    private static final Set<String> STREAMED =
            Set.of("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private @Nullable ServletInputStream body;

    protected WrappedBody(HttpServletRequest request) {
        super(request);
    }

    /** Whether the body is a table: those are read while they are worked on, and may be of any length. */
    public static boolean isStreamed(HttpServletRequest request) {
        var type = request.getContentType();
        if (type == null || type.startsWith("application/json")) return false;
        return STREAMED.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    /** Reads on; it may have to wait for the client. */
    protected int fetch(ServletInputStream source, byte[] bytes, int offset, int length) throws IOException {
        return source.read(bytes, offset, length);
    }

    /** Called with what was just read. */
    protected void read(byte[] bytes, int offset, int length) throws IOException {}

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) body = new Watched(super.getInputStream());
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        var encoding = getCharacterEncoding();
        var charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    private final class Watched extends ServletInputStream {
        private final ServletInputStream source;

        Watched(ServletInputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var count = fetch(source, bytes, offset, length);
            if (count > 0) WrappedBody.this.read(bytes, offset, count);
            return count;
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("bodies are read on the request's own thread");
        }
    }
}
