package io.cairn.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {
    private static final Path CHART = Path.of("cairn");

    private interface Model {
        void validate(JsonElement manifest) throws IOException;
    }

    /** By version and kind. Each refuses fields it does not know, at any depth. */
    private static final Map<String, Model> MODELS = Map.of(
            "apps/v1 Deployment", V1Deployment::validateJsonElement,
            "v1 Service", V1Service::validateJsonElement,
            "v1 ServiceAccount", V1ServiceAccount::validateJsonElement,
            "batch/v1 Job", V1Job::validateJsonElement,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement,
            "networking.k8s.io/v1 Ingress", V1Ingress::validateJsonElement,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::validateJsonElement);

    private static String type(JsonObject manifest) {
        return manifest.get("apiVersion").getAsString() + " " + Rendered.kind(manifest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "everything"})
    void kubernetes_knows_every_field_of_every_manifest(String values) throws IOException {
        var checked = 0;
        for (var manifest : Rendered.of(values).manifests()) {
            if (type(manifest).startsWith("monitoring.coreos.com/v1 ")) continue; // of an operator, not of Kubernetes
            assertThat(MODELS).containsKey(type(manifest));
            MODELS.get(type(manifest)).validate(manifest);
            checked++;
        }
        System.out.printf("%s: %d manifests are as Kubernetes has them%n", values, checked);
        assertThat(checked).isGreaterThan(14);
    }

    @Test
    void a_field_that_kubernetes_does_not_know_is_found_at_any_depth() throws IOException {
        var deployment = Rendered.of("default").all("Deployment").getFirst();
        var container = deployment
                .getAsJsonObject("spec")
                .getAsJsonObject("template")
                .getAsJsonObject("spec")
                .getAsJsonArray("containers")
                .get(0)
                .getAsJsonObject();
        container.getAsJsonObject("readinessProbe").addProperty("periodSecond", 5);
        assertThatThrownBy(() -> V1Deployment.validateJsonElement(deployment)).hasMessageContaining("periodSecond");
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "everything"})
    void every_pod_is_restricted_and_bounded_and_has_its_secrets_as_files(String values) throws IOException {
        for (var pod : Rendered.of(values).pods()) {
            var security = pod.getAsJsonObject("securityContext");
            assertThat(security.get("runAsNonRoot").getAsBoolean()).isTrue();
            assertThat(security.getAsJsonObject("seccompProfile").get("type").getAsString())
                    .isEqualTo("RuntimeDefault");
            assertThat(pod.get("automountServiceAccountToken").getAsBoolean()).isFalse();
            for (var container : containers(pod)) {
                var own = container.getAsJsonObject("securityContext");
                assertThat(own.get("allowPrivilegeEscalation").getAsBoolean()).isFalse();
                assertThat(own.get("readOnlyRootFilesystem").getAsBoolean()).isTrue();
                assertThat(own.getAsJsonObject("capabilities").get("drop").toString())
                        .isEqualTo("[\"ALL\"]");
                assertThat(own.get("runAsUser").getAsInt()).isGreaterThan(1000);
                var resources = container.getAsJsonObject("resources");
                assertThat(resources.getAsJsonObject("limits").has("memory")).isTrue();
                assertThat(resources.getAsJsonObject("requests").has("cpu")).isTrue();
                assertThat(container.get("env").toString()).doesNotContainIgnoringCase("password");
            }
        }
    }

    private static List<JsonObject> containers(JsonObject pod) {
        var all = new ArrayList<JsonObject>();
        for (var kind : List.of("initContainers", "containers"))
            if (pod.has(kind)) pod.getAsJsonArray(kind).forEach(it -> all.add(it.getAsJsonObject()));
        return all;
    }

    @Test
    void each_service_has_an_account_and_a_secret_of_its_own_and_only_the_job_the_owners() throws IOException {
        var rendered = Rendered.of("default");
        var secrets = new TreeMap<String, String>();
        var accounts = new TreeSet<String>();
        for (var deployment : rendered.all("Deployment")) {
            var pod = deployment
                    .getAsJsonObject("spec")
                    .getAsJsonObject("template")
                    .getAsJsonObject("spec");
            accounts.add(pod.get("serviceAccountName").getAsString());
            secrets.put(Rendered.name(deployment), secret(pod));
        }
        assertThat(accounts).containsExactly("cairn-assessment", "cairn-reporting");
        assertThat(secrets)
                .isEqualTo(Map.of("cairn-assessment", "cairn-assessment", "cairn-reporting", "cairn-reporting"));
        var job = rendered.all("Job").getFirst();
        assertThat(secret(
                        job.getAsJsonObject("spec").getAsJsonObject("template").getAsJsonObject("spec")))
                .isEqualTo("cairn-migrator");
        assertThat(job.getAsJsonObject("metadata").get("annotations").toString())
                .contains("pre-install,pre-upgrade");
    }

    private static String secret(JsonObject pod) {
        var found = new ArrayList<String>();
        for (var volume : pod.getAsJsonArray("volumes"))
            if (volume.getAsJsonObject().has("secret"))
                found.add(volume.getAsJsonObject()
                        .getAsJsonObject("secret")
                        .get("secretName")
                        .getAsString());
        return String.join(",", found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "everything"})
    void nothing_is_let_in_or_out_but_what_is_named(String values) throws IOException {
        var policies = Rendered.of(values).all("NetworkPolicy");
        assertThat(policies.stream().map(Rendered::name))
                .containsExactlyInAnyOrder("cairn-nothing", "cairn-database", "cairn-assessment", "cairn-reporting");
        for (var policy : policies) {
            var spec = policy.getAsJsonObject("spec");
            if (Rendered.name(policy).equals("cairn-nothing")) {
                assertThat(spec.get("policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
                assertThat(spec.has("ingress") || spec.has("egress")).isFalse();
            }
            for (var direction : List.of("ingress", "egress"))
                if (spec.has(direction))
                    for (var rule : spec.getAsJsonArray(direction))
                        assertThat(rule.getAsJsonObject().has("ports")).isTrue();
            if (spec.has("ingress"))
                for (var rule : spec.getAsJsonArray("ingress"))
                    assertThat(rule.getAsJsonObject().getAsJsonArray("from")).isNotEmpty();
        }
    }

    @Test
    void the_one_address_leads_where_the_front_of_the_containers_leads() throws IOException {
        var front = Files.readString(Path.of("..", "docker", "front", "nginx.conf"));
        var words = Pattern.compile("\\^/api/v1/\\(([a-z|]+)\\)\\(/\\|\\$\\) \\{ proxy_pass http://reporting; }")
                .matcher(front);
        assertThat(words.find()).isTrue();
        var expected = new TreeMap<String, String>();
        for (var word : words.group(1).split("\\|")) expected.put("/api/v1/" + word, "cairn-reporting");
        expected.put("/", "cairn-assessment");

        var paths = new TreeMap<String, String>();
        Rendered.of("default")
                .all("Ingress")
                .getFirst()
                .getAsJsonObject("spec")
                .getAsJsonArray("rules")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("http")
                .getAsJsonArray("paths")
                .forEach(it -> paths.put(
                        it.getAsJsonObject().get("path").getAsString(),
                        it.getAsJsonObject()
                                .getAsJsonObject("backend")
                                .getAsJsonObject("service")
                                .get("name")
                                .getAsString()));
        assertThat(paths).isEqualTo(expected);
    }

    @Test
    void the_alerts_are_the_ones_that_are_tested() throws IOException {
        var tested = Files.readString(Path.of("..", "prometheus", "cairn.rules.yml"));
        assertThat(Files.readString(CHART.resolve("files/cairn.rules.yml"))).isEqualTo(tested);
        assertThat(Rendered.of("everything").all("PrometheusRule").getFirst().get("spec"))
                .isEqualTo(Rendered.yaml(tested).getFirst());
        assertThat(Rendered.of("default").all("PrometheusRule")).isEmpty();
    }

    @Test
    void what_is_checked_was_rendered_from_these_templates() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        var lines = new StringBuilder();
        try (var files = Files.walk(CHART)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(it -> !it.endsWith("README.md"))
                    .map(Path::toString)
                    .sorted()
                    .toList())
                lines.append(HexFormat.of().formatHex(digest.digest(Files.readAllBytes(Path.of(file)))))
                        .append("  ")
                        .append(file)
                        .append('\n');
        }
        var chart = HexFormat.of().formatHex(digest.digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
        for (var values : List.of("default", "everything"))
            assertThat(Rendered.of(values).text())
                    .as("the chart has changed: run deploy/helm/render")
                    .startsWith("# Rendered by deploy/helm/render from the chart with the digest " + chart + "\n");
    }

    @Test
    void helm_renders_the_same_where_it_is_there(@TempDir Path folder) throws Exception {
        var named = System.getenv().getOrDefault("HELM", "helm");
        assumeTrue(runs(named), "helm is neither on the path nor named by HELM");
        var render = new ProcessBuilder("./render", folder.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(render.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(render.waitFor()).as(said).isZero();
        for (var values : List.of("default", "everything"))
            assertThat(Rendered.of(folder.resolve(values + ".yaml")).manifests())
                    .isEqualTo(Rendered.of(values).manifests());
    }

    private static boolean runs(String helm) throws InterruptedException {
        try {
            return new ProcessBuilder(helm, "version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
