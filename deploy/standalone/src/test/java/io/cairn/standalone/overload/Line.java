package io.cairn.standalone.overload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** A connection that is kept, with one request at a time. Reads only as much of an answer as is counted. */
final class Line {
    /** What an answer was. */
    record Answer(int status, String problem, boolean comeAgain) {}

    private final int port;
    private final Selector selector;
    private SocketChannel channel;
    private byte[] got = new byte[4_096];
    private int length;

    /** Of the request that is under way. */
    Ask asked;

    long dueAt;
    int phase;
    boolean busy;

    Line(int port, Selector selector, Ask nothing) throws IOException {
        this.port = port;
        this.selector = selector;
        asked = nothing;
        channel = connected();
    }

    private SocketChannel connected() throws IOException {
        var connected = SocketChannel.open();
        connected.setOption(StandardSocketOptions.TCP_NODELAY, true);
        connected.connect(new InetSocketAddress("localhost", port));
        connected.configureBlocking(false);
        connected.register(selector, SelectionKey.OP_READ, this);
        return connected;
    }

    void send(ByteBuffer request) throws IOException {
        if (!channel.isOpen()) channel = connected();
        busy = true;
        length = 0;
        while (request.hasRemaining())
            if (channel.write(request) == 0) Thread.onSpinWait(); // the buffer of an idle connection holds it whole
    }

    /** Null while there is more to come. The buffer is for use in between. */
    @org.jspecify.annotations.Nullable
    Answer read(ByteBuffer buffer) throws IOException {
        while (true) {
            var count = channel.read(buffer.clear());
            if (count < 0) throw new EOFException("the connection was closed");
            if (count == 0) return null;
            if (length + count > got.length) got = Arrays.copyOf(got, Math.max(length + count, 2 * got.length));
            buffer.flip().get(got, length, count);
            length += count;
            var answer = whole();
            if (answer != null) return answer;
        }
    }

    private @org.jspecify.annotations.Nullable Answer whole() throws IOException {
        var text = new String(got, 0, Math.min(length, 2_048), ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        if (end < 0) return null;
        var head = text.substring(0, end + 2);
        var at = head.indexOf("\r\nContent-Length: ");
        if (at >= 0) {
            var said = Integer.parseInt(head.substring(at + 18, head.indexOf('\r', at + 18)));
            if (length < end + 4 + said) return null;
        } else if (head.contains("\r\nTransfer-Encoding: chunked")
                && !new String(got, length - 5, 5, ISO_8859_1).equals("0\r\n\r\n")) return null;
        if (head.contains("\r\nConnection: close")) close();
        return new Answer(Integer.parseInt(head.substring(9, 12)), problem(text), head.contains("\r\nRetry-After: "));
    }

    private static String problem(String text) {
        var at = text.indexOf("/problems/");
        return at < 0 ? "" : " " + text.substring(at + 10, Math.max(at + 10, text.indexOf('"', at)));
    }

    /** The next request goes over another one. */
    void close() throws IOException {
        channel.close();
    }
}
