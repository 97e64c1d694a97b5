package io.cairn.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with a {@code Content-Length}: an answer goes in one packet instead of two, and one that cannot be written is a problem
 * with a status instead of half an answer. What is large, such as an export, is not written by a converter.
 */
final class WholeJson extends JacksonJsonHttpMessageConverter {
    private static final int USUAL = 1_024;

    WholeJson(JsonMapper json) {
        super(json);
    }

    @Override
    protected void writeInternal(
            Object answer, ResolvableType type, HttpOutputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        var whole = new ByteArrayOutputStream(USUAL);
        super.writeInternal(answer, type, new Kept(message.getHeaders(), whole), hints);
        message.getHeaders().setContentLength(whole.size());
        whole.writeTo(message.getBody());
    }

    private record Kept(HttpHeaders headers, OutputStream body) implements HttpOutputMessage {
        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public OutputStream getBody() {
            return body;
        }
    }
}
