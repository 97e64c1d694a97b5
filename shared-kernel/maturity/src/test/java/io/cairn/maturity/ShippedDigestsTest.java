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
            Map.entry("boufim-barka-2021 1.0.0", "e6028f930c1f8e883af10ea9c348bc6d08424334b2735e1f0d696d5476771350"),
            Map.entry("egdi 1.0.0", "686f09f77aa9aa456b418e5f37504db0bc85d366631b2987bbebaa919ac8db50"),
            Map.entry("egdi 2.0.0", "36a900b533346b195590e54c777549161034fe7a30d8ea0934b387c0ffa6368d"),
            Map.entry("marketing-ops-5 1.0.0", "73b72746d1a2b9508f6cac9094c2923e2990863fde37a7e882f5dd722ba674ff"),
            Map.entry("memm 1.0.0", "8f8d6c01d72eecc78bb26d466a8ebbcd5ff88d229b52972d77d40fc91a8c39e6"),
            Map.entry("odm-2023 1.0.0", "bee3ceededf4266a7b4e6ba02960a1da85434f800a91b7ca7dafccf61f169992"),
            Map.entry("rsg-reference-models 1.0.0", "5d66298a96715cdac13c97d03d97244f2b2198294f886af0e9c1321621f42487"),
            Map.entry("rutten-dmm 1.0.0", "54226820d5f38c0db6f5acf6b3181b524c894f0d54b9c97cf8fd642d9b26731c"));

    @Test
    void no_published_version_has_changed() {
        var shipped = ShippedModels.all().stream()
                .collect(Collectors.toMap(file -> file.model().ref().toString(), ModelFile::digest));
        assertThat(shipped).isEqualTo(PUBLISHED);
    }
}
