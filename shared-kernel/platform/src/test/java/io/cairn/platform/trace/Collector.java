package io.cairn.platform.trace;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The least a collector is: takes OTLP over HTTP, and reads of its protobuf what is asked for here. */
final class Collector implements AutoCloseable {
    private final List<byte[]> bodies = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final HttpServer server;

    /** @param kind as OTLP numbers them: 1 internal, 2 server, 4 producer, 5 consumer */
    record Span(
            String service, String trace, String id, String parent, String name, long kind, Map<String, Object> says) {}

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            synchronized (bodies) {
                bodies.add(exchange.getRequestBody().readAllBytes());
                keys.add(exchange.getRequestHeaders().getFirst("x-collector-key"));
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String endpoint() {
        return "http://localhost:" + server.getAddress().getPort() + "/v1/traces";
    }

    List<String> keys() {
        synchronized (bodies) {
            return List.copyOf(keys);
        }
    }

    /** All bytes that came, as text. */
    String raw() {
        var all = new StringBuilder();
        synchronized (bodies) {
            for (var body : bodies) all.append(new String(body, StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }

    List<Span> spans() {
        var spans = new ArrayList<Span>();
        synchronized (bodies) {
            for (var body : bodies)
                for (var resource : Protobuf.read(body).messages(1)) {
                    var service = attributes(resource.messages(1).getFirst(), 1).getOrDefault("service.name", "");
                    for (var scope : resource.messages(2))
                        for (var span : scope.messages(2)) spans.add(span(service.toString(), span));
                }
        }
        return spans;
    }

    private static Span span(String service, Protobuf span) {
        return new Span(
                service, span.hex(1), span.hex(2), span.hex(4), span.text(5), span.number(6), attributes(span, 9));
    }

    private static Map<String, Object> attributes(Protobuf message, int field) {
        var says = new TreeMap<String, Object>();
        for (var attribute : message.messages(field)) {
            var value = attribute.messages(2).getFirst();
            says.put(attribute.text(1), value.has(1) ? value.text(1) : value.number(3));
        }
        return says;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
