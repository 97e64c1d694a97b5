package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A published version never changes, as journeys that tenants have recorded rest on it. Whoever breaks this test
 * publishes a new version beside the old one instead.
 */
class ShippedDigestsTest {
    private static final Map<String, String> PUBLISHED = Map.ofEntries(
            Map.entry("boufim-barka-2021 1.0.0", "e1ae563a3be9fc1d4f4a122dfcf5a37647305846ebb509cd1b578f4f7cb8612f"),
            Map.entry("egdi 1.0.0", "686f09f77aa9aa456b418e5f37504db0bc85d366631b2987bbebaa919ac8db50"),
            Map.entry("egdi 2.0.0", "36a900b533346b195590e54c777549161034fe7a30d8ea0934b387c0ffa6368d"),
            Map.entry("marketing-ops-5 1.0.0", "b141d94a51e84280afc292c6d9f27100a8afe78155257caceb45380983f41888"),
            Map.entry("memm 1.0.0", "6fb1b66b614ce05baff8f8c7046a21d95cddec86f8a30d60e36bb22104dbdc00"),
            Map.entry("odm-2023 1.0.0", "bee3ceededf4266a7b4e6ba02960a1da85434f800a91b7ca7dafccf61f169992"),
            Map.entry("rsg-reference-models 1.0.0", "5ef89e0650bc254326972d5ac88e55511cc9d398f71a26f7b38e4bfc941f21cf"),
            Map.entry("rutten-dmm 1.0.0", "8633ab003a71796c32058d9177da1d7cded30f2b132dfc1517f59ff377e097dd"));

    @Test
    void no_published_version_has_changed() {
        var shipped = ShippedModels.all().stream()
                .collect(Collectors.toMap(file -> file.model().ref().toString(), ModelFile::digest));
        assertThat(shipped).isEqualTo(PUBLISHED);
    }
}
