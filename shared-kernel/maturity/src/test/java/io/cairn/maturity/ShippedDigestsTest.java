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
            Map.entry("boufim-barka-2021 1.0.0", "a055501c5596309fbac702e4a4279545a18ffe7ab10ce1ab47aa9908fc291b03"),
            Map.entry("egdi 1.0.0", "686f09f77aa9aa456b418e5f37504db0bc85d366631b2987bbebaa919ac8db50"),
            Map.entry("egdi 2.0.0", "36a900b533346b195590e54c777549161034fe7a30d8ea0934b387c0ffa6368d"),
            Map.entry("marketing-ops-5 1.0.0", "c6455c4215bec91d9798ca4c9c33332b4ed777fe3b44856dd3170d1f58d5fd1a"),
            Map.entry("memm 1.0.0", "a28393d6f713fd5cc04bdca51e32185c2f384b3e226ae2880e90d82599a1279f"),
            Map.entry("odm-2023 1.0.0", "bee3ceededf4266a7b4e6ba02960a1da85434f800a91b7ca7dafccf61f169992"),
            Map.entry("rsg-reference-models 1.0.0", "0eb795746d8c9d99574f80860b5dd0887a14697dd2f359c33348859473827f99"),
            Map.entry("rutten-dmm 1.0.0", "ff7923e0ee0aa5e33e25bdf4f1d743118e1b1ba128578f3eb37a80164c113f38"));

    @Test
    void no_published_version_has_changed() {
        var shipped = ShippedModels.all().stream()
                .collect(Collectors.toMap(file -> file.model().ref().toString(), ModelFile::digest));
        assertThat(shipped).isEqualTo(PUBLISHED);
    }
}
