package io.cairn.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    /** RFC 8032, 7.1, test 1. */
    private static final byte[] SEED =
            HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    private static final SigningKey KEY = SigningKey.of("cairn.example", SEED);
    private static final SigningKey OTHER = SigningKey.of("cairn.example", new byte[32]);
    private static final UUID TENANT = new UUID(1, 2);

    @Test
    void a_signature_is_that_of_rfc_8032() {
        assertThat(HexFormat.of().formatHex(KEY.sign(new byte[0])))
                .isEqualTo(
                        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b"
                                + "46bd25bf5f0595bbe24655141438e7a100b");
        assertThat(HexFormat.of()
                        .formatHex(Base64.getDecoder().decode(KEY.published().base64())))
                .isEqualTo("01d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    @Test
    void a_note_of_the_go_project_is_verified() {
        var key = PublicKey.read("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        var text =
                "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        var signed = Base64.getDecoder()
                .decode("x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");
        assertThat(HexFormat.of().formatHex(signed, 0, 4)).isEqualTo(key.id());
        assertThat(key.verifies(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(signed, 4, 68)))
                .isTrue();
        assertThat(key.verifies((text + " ").getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(signed, 4, 68)))
                .isFalse();
    }

    @Test
    void a_key_in_a_file_is_what_openssl_writes() {
        var der = new byte[48];
        var head = HexFormat.of().parseHex("302e020100300506032b657004220420");
        System.arraycopy(head, 0, der, 0, 16);
        System.arraycopy(SEED, 0, der, 16, 32);
        var pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(der)
                + "\n-----END PRIVATE KEY-----\n";
        assertThat(SigningKey.ofPem("cairn.example", pem).published()).isEqualTo(KEY.published());
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.ofPem("cairn.example", "secret"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.ofPem("cairn.example", pem.replace("MC4", "MC8")));
    }

    @Test
    void a_public_key_is_read_as_it_is_written_and_not_otherwise() {
        assertThat(PublicKey.read(KEY.published().text())).isEqualTo(KEY.published());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicKey.read(KEY.published().text().replace("cairn.example", "cairn.elsewhere")));
        assertThatIllegalArgumentException().isThrownBy(() -> PublicKey.read("cairn.example"));
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of("a b", SEED));
    }

    @Test
    void a_head_is_read_as_it_was_signed_and_every_changed_byte_is_noticed() {
        var head = head(null);
        var read = Head.read(head.note());
        assertThat(read).isEqualTo(head);
        assertThat(read.signedBy(List.of(OTHER.published(), KEY.published()))).isTrue();
        assertThat(read.signedBy(List.of(OTHER.published()))).isFalse();
        var note = head.note().getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < note.length; i++) {
            var bent = note.clone();
            bent[i] ^= 1;
            assertThat(accepted(new String(bent, StandardCharsets.UTF_8)))
                    .as("byte " + i)
                    .isFalse();
        }
    }

    @Test
    void a_head_names_the_one_before_it() {
        var first = head(null);
        var second = head(first);
        assertThat(first.previous()).isEqualTo(Hash.EMPTY);
        assertThat(Head.read(second.note()).previous()).isEqualTo(first.digest());
    }

    @Test
    void a_statement_is_signed_for_its_kind_only() {
        var statement = Statement.sign(KEY, "cairn/erasure", Map.of("rows", Map.of("b", 2, "a", 1L), "at", "now"));
        var read = Statement.read(statement.json());
        assertThat(read).isEqualTo(statement);
        assertThat(Json.write(read.statement())).isEqualTo("{\"at\":\"now\",\"rows\":{\"a\":1,\"b\":2}}");
        assertThat(read.signedBy("cairn/erasure", List.of(KEY.published()))).isTrue();
        assertThat(read.signedBy("cairn/other", List.of(KEY.published()))).isFalse();
        assertThat(Statement.read(statement.json().replace("\"a\":1", "\"a\":3"))
                        .signedBy("cairn/erasure", List.of(KEY.published())))
                .isFalse();
    }

    private static Head head(Head before) {
        return Head.sign(
                KEY, TENANT, 17, Hash.leaf(new byte[1]), 99, Instant.parse("2026-11-22T12:00:00.123Z"), before);
    }

    private static boolean accepted(String note) {
        try {
            return Head.read(note).signedBy(List.of(KEY.published()));
        } catch (RuntimeException refused) {
            return false;
        }
    }
}
