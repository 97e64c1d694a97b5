package io.cairn.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.cairn.platform.testing.Issuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The packaged product and its client where no route leads anywhere, {@link NoRouteIT}. After each part it says how often
 * anybody in the namespace tried to reach something beyond it.
 */
final class Secluded {
    private static final String PERIOD = "2026-Q4";
    private static final Issuer AWAY = new Issuer("https://identity.example");

    interface Part {
        void run() throws Exception;
    }

    private Secluded() {}

    public static void main(String[] arguments) {
        try {
            everything(Path.of(arguments[0]));
            System.exit(0); // the issuer's server would go on
        } catch (Exception | Error e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void everything(Path home) throws Exception {
        var settings = Map.of(
                "CAIRN_SECURITY_ISSUERS_0_ISSUER", AWAY.name(),
                "CAIRN_SECURITY_ISSUERS_0_JWKSETURI", "https://identity.example/jwks",
                "CAIRN_SECURITY_ISSUERS_0_AUDIENCES", "cairn",
                "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1"); // it is to start soon, and does not live long
        var before = refused();
        try (var cairn = CairnProcess.start(home, false, settings)) {
            job(cairn);
            say("job", before);
            counted("issuer", () -> signIn(cairn));
            before = refused();
        }
        say("stop", before);
        counted("connect4", () -> connect("192.0.2.1"));
        counted("connect6", () -> connect("2001:db8::1"));
        counted("resolve", () -> {
            try {
                InetAddress.getByName("outside.example");
            } catch (IOException e) {
                // there is nobody to ask
            }
        });
    }

    private static void counted(String part, Part work) throws Exception {
        var before = refused();
        work.run();
        say(part, before);
    }

    private static void say(String part, long before) throws IOException {
        System.out.println(part + "=" + (refused() - before));
    }

    /** By the kernel, for want of a route: connections and datagrams of all processes of this network namespace. */
    private static long refused() throws IOException {
        var ip = Files.readAllLines(Path.of("/proc/net/snmp")).stream()
                .filter(line -> line.startsWith("Ip: "))
                .map(line -> List.of(line.split(" ")))
                .toList();
        var v4 = Long.parseLong(ip.get(1).get(ip.get(0).indexOf("OutNoRoutes")));
        var v6 = Files.readAllLines(Path.of("/proc/net/snmp6")).stream()
                .filter(line -> line.startsWith("Ip6OutNoRoutes"))
                .mapToLong(line -> Long.parseLong(line.split("\\s+")[1]))
                .sum();
        return v4 + v6;
    }

    private static void job(CairnProcess cairn) throws IOException, InterruptedException {
        var address = cairn.address() + "/api/v1";
        var admin = new Person(address, cairn.register("secluded"), "admin");
        admin.post("/units", Map.of("code", "brand-a", "name", "Brand A")).expect(201);
        var opened = admin.post(
                        "/assessments",
                        Map.of("unit", "brand-a", "model", Map.of("key", "egdi", "version", "2.0.0"), "period", PERIOD))
                .expect(201);
        var assessment = "/assessments/" + opened.text("/id");
        var answers = List.of("osi", "hci", "tii").stream()
                .map(question -> Map.of("question", question, "value", 0.6))
                .toList();
        admin.post(assessment + "/answers", Map.of("answers", answers)).expect(200);
        admin.hire("facilitator", "facilitator")
                .step(assessment, "submission", Map.of())
                .expect(200);
        var position = admin.hire("reviewer", "reviewer")
                .step(assessment, "finalization", Map.of())
                .expect(200)
                .headers()
                .firstValue("X-Event-Position")
                .orElseThrow();
        var seen = "&min-position=" + position;
        var stages = admin.get("/reports/stages?model=egdi&period=" + PERIOD + seen);
        assertThat(stages.expect(200).at("/items")).hasSize(1);
        var changes = admin.get("/audit/answers?unit=brand-a" + seen);
        assertThat(changes.expect(200).at("/items")).hasSize(3);
        var pdf = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        address + "/exports/quarterly?unit=brand-a&model=egdi&period=" + PERIOD))
                                .header("Authorization", "Bearer " + admin.key())
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    /** What an operator set up is tried: its keys are asked for once a token comes. */
    private static void signIn(CairnProcess cairn) {
        var token = AWAY.rs256(new JWTClaimsSet.Builder()
                .issuer(AWAY.name())
                .audience("cairn")
                .subject("somebody")
                .build());
        assertThat(new Person(cairn.address() + "/api/v1", token, "somebody")
                        .get("/units")
                        .status())
                .isEqualTo(503);
    }

    private static void connect(String address) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, 443), 1_000);
            throw new IllegalStateException("there is a way to " + address);
        } catch (IOException e) {
            // as it should be
        }
    }
}
