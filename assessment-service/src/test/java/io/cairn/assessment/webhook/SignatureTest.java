package io.cairn.assessment.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.TenantId;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final byte[] SECRET = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    /** The vector by which the libraries of the specification test their own signing. */
    @Test
    void it_is_the_one_that_the_specifications_libraries_expect() {
        var signature = Signature.of(
                List.of(SECRET),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}");
        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void with_two_secrets_there_are_two_with_a_blank_between() {
        var now = Instant.ofEpochSecond(1_614_265_330);
        var other = "another secret".getBytes(UTF_8);
        assertThat(Signature.of(List.of(SECRET, other), "msg_1", now, "{}"))
                .isEqualTo(Signature.of(List.of(SECRET), "msg_1", now, "{}") + " "
                        + Signature.of(List.of(other), "msg_1", now, "{}"));
    }

    @Test
    void a_secret_is_of_one_webhook_one_generation_and_one_platform() {
        var platform = new Secrets(() -> SECRET, null);
        var tenant = new TenantId(new UUID(1, 1));
        var webhook = new UUID(2, 2);
        var secret = platform.secret(tenant, webhook, 0);
        assertThat(secret).hasSize(32).isEqualTo(platform.secret(tenant, webhook, 0));
        assertThat(secret)
                .isNotEqualTo(platform.secret(tenant, webhook, 1))
                .isNotEqualTo(platform.secret(tenant, new UUID(2, 3), 0))
                .isNotEqualTo(platform.secret(new TenantId(new UUID(1, 2)), webhook, 0))
                .isNotEqualTo(new Secrets(() -> new byte[32], null).secret(tenant, webhook, 0))
                .isNotEqualTo(
                        new Secrets(() -> SECRET, "a key that is not in the database").secret(tenant, webhook, 0));
        assertThat(Secrets.text(secret)).matches("whsec_[A-Za-z0-9+/]{43}=");
    }
}
