package io.cairn.bench.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that is kept, and as little around it as will do: on a machine with two cores the clients
 * run beside the server, and what they use the server has not.
 */
public final class Wire implements AutoCloseable {
    private final int port;
    private final String head;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();
    private boolean open;

    /** @param key of the API, sent with every request */
    public Wire(int port, String key) {
        this.port = port;
        head = " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: application/json\r\nAccept: application/json\r\n";
    }

    public record Reply(int status, String body) {
        /** @throws IOException with what the service said, when it did not succeed */
        public Reply orFail(String what) throws IOException {
            if (status >= 300) throw new IOException(what + ": " + status + " " + body);
            return this;
        }
    }

    /** @param headers further ones, each ending with CRLF */
    public Reply send(String method, String path, String headers, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        var request = (method + " /api/v1" + path + head + headers + "Content-Length: " + bytes.length + "\r\n\r\n")
                .getBytes(ISO_8859_1);
        var whole = new byte[request.length + bytes.length];
        System.arraycopy(request, 0, whole, 0, request.length);
        System.arraycopy(bytes, 0, whole, request.length, bytes.length);
        if (!open) connect();
        socket.getOutputStream().write(whole);
        return reply();
    }

    private void connect() throws IOException {
        socket.close();
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress("localhost", port), 10_000);
        in = new BufferedInputStream(socket.getInputStream());
        open = true;
    }

    private Reply reply() throws IOException {
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var length = 0;
        var chunked = false;
        for (var line = line(); !line.isEmpty(); line = line()) {
            var header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:"))
                length = Integer.parseInt(header.substring(15).strip());
            if (header.startsWith("transfer-encoding:")) chunked = header.contains("chunked");
            // a server may have enough of a connection after so many requests
            if (header.startsWith("connection:")) open = !header.contains("close");
        }
        return new Reply(status, chunked ? chunks() : text(length));
    }

    private String chunks() throws IOException {
        var body = new StringBuilder();
        for (var size = size(); size > 0; size = size()) {
            body.append(text(size));
            line();
        }
        line();
        return body.toString();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String text(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException("the connection was closed");
        return new String(bytes, UTF_8);
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("the connection was closed");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
