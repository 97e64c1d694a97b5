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
            Map.entry("boufim-barka-2021 1.0.0", "1ac5dcff9bc86d3c15b4d8b06ceaf323c8361090f1740ac25227b6269cf65718"),
            Map.entry("egdi 1.0.0", "686f09f77aa9aa456b418e5f37504db0bc85d366631b2987bbebaa919ac8db50"),
            Map.entry("egdi 2.0.0", "36a900b533346b195590e54c777549161034fe7a30d8ea0934b387c0ffa6368d"),
            Map.entry("marketing-ops-5 1.0.0", "9975ee8436c29eb2941b1eaaf3df3c99e710e93f03702430e5149fa011378470"),
            Map.entry("memm 1.0.0", "07b0515efe664ff88472aee1b734b6ab7204a544b5995f0288c478032143990d"),
            Map.entry("odm-2023 1.0.0", "bee3ceededf4266a7b4e6ba02960a1da85434f800a91b7ca7dafccf61f169992"),
            Map.entry("rsg-reference-models 1.0.0", "40be9143f675baae8bc50e5f330c963b4e102eb47ad6f092b8ef99aac2b5f878"),
            Map.entry("rutten-dmm 1.0.0", "b8a43531ec92611f6427d9c681f313aeadbe6b4d5b19b7dc2d419c81ade0de3d"));

    @Test
    void no_published_version_has_changed() {
        var shipped = ShippedModels.all().stream()
                .collect(Collectors.toMap(file -> file.model().ref().toString(), ModelFile::digest));
        assertThat(shipped).isEqualTo(PUBLISHED);
    }
}
