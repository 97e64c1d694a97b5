package io.cairn.platform.overload;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** From when its first part is on its way an answer waits for its client, and its request has no place any more. */
final class SentAnswer extends HttpServletResponseWrapper {
    private final Place place;
    private @Nullable ServletOutputStream body;

    SentAnswer(HttpServletResponse response, Place place) {
        super(response);
        this.place = place;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (body == null) body = new Sent(super.getOutputStream());
        return body;
    }

    private final class Sent extends ServletOutputStream {
        private final ServletOutputStream target;

        Sent(ServletOutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int one) throws IOException {
            target.write(one);
            leaveOnceSent();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            target.write(bytes, offset, length);
            leaveOnceSent();
        }

        @Override
        public void flush() throws IOException {
            target.flush();
            leaveOnceSent();
        }

        @Override
        public void close() throws IOException {
            target.close();
        }

        private void leaveOnceSent() {
            if (isCommitted()) place.leave();
        }

        @Override
        public boolean isReady() {
            return target.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            target.setWriteListener(listener);
        }
    }
}
