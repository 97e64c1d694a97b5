package io.cairn.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The reference tree of Certificate Transparency (certificate-transparency, merkle_tree_test), and any other size. */
class TreeTest {
    private static final List<Hash> LEAVES = List.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .stream()
            .map(hex -> Hash.leaf(HexFormat.of().parseHex(hex)))
            .toList();
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void roots_are_those_of_the_reference() {
        var frontier = Frontier.empty();
        assertThat(frontier.root().hex()).isEqualTo(ROOTS.getFirst());
        for (var size = 1; size <= 8; size++) {
            frontier.append(LEAVES.get(size - 1));
            assertThat(frontier.root().hex()).as("size " + size).isEqualTo(ROOTS.get(size));
            assertThat(Proofs.root(size, subtrees(LEAVES)).hex()).isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void inclusion_proofs_are_those_of_the_reference() {
        assertThat(inclusion(1, 1)).isEmpty();
        assertThat(inclusion(1, 8))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(inclusion(6, 8))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(inclusion(3, 3)).containsExactly("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        assertThat(inclusion(2, 5))
                .containsExactly(
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    @Test
    void consistency_proofs_are_those_of_the_reference() {
        assertThat(consistency(1, 1)).isEmpty();
        assertThat(consistency(1, 8))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(consistency(6, 8))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(consistency(2, 5))
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    @Test
    void every_leaf_of_every_size_is_proved_and_nothing_else_is() {
        for (var size = 1; size <= 70; size++) {
            var leaves = leaves(size);
            var subtrees = subtrees(leaves);
            var root = Proofs.root(size, subtrees);
            for (var leaf = 0; leaf < size; leaf++) {
                var path = Proofs.inclusion(leaf, size, subtrees);
                assertThat(Proofs.included(leaves.get(leaf), leaf, size, path, root))
                        .as(leaf + " of " + size)
                        .isTrue();
                assertThat(Proofs.included(Hash.leaf(new byte[] {1, 2, 3}), leaf, size, path, root))
                        .isFalse();
                assertThat(Proofs.included(leaves.get(leaf), leaf + 1, size, path, root))
                        .isFalse();
                assertThat(Proofs.included(leaves.get(leaf), leaf, size, path, Hash.EMPTY))
                        .isFalse();
                var longer = new ArrayList<>(path);
                longer.add(root);
                assertThat(Proofs.included(leaves.get(leaf), leaf, size, longer, root))
                        .isFalse();
            }
        }
    }

    @Property(tries = 300)
    void a_tree_is_consistent_with_what_it_was_and_with_nothing_else(
            @ForAll @IntRange(min = 1, max = 400) int to, @ForAll @IntRange(min = 0, max = 399) int earlier) {
        var from = 1 + earlier % to;
        var subtrees = subtrees(leaves(to));
        var first = Proofs.root(from, subtrees);
        var second = Proofs.root(to, subtrees);
        var path = Proofs.consistency(from, to, subtrees);
        assertThat(Proofs.consistent(from, to, first, second, path)).isTrue();
        assertThat(Proofs.consistent(from, to, Hash.EMPTY, second, path)).isFalse();
        assertThat(Proofs.consistent(from, to, first, Hash.EMPTY, path)).isFalse();
        for (var i = 0; i < path.size(); i++) {
            var bent = new ArrayList<>(path);
            bent.set(i, Hash.EMPTY);
            assertThat(Proofs.consistent(from, to, first, second, bent)).isFalse();
        }
    }

    @Property(tries = 100)
    void a_frontier_grows_on_from_its_bytes(
            @ForAll @IntRange(min = 0, max = 500) int first, @ForAll @IntRange(min = 0, max = 500) int more) {
        var leaves = leaves(first + more);
        var frontier = Frontier.empty();
        leaves.subList(0, first).forEach(frontier::append);
        var again = Frontier.of(first, frontier.bytes());
        leaves.subList(first, first + more).forEach(again::append);
        assertThat(again.size()).isEqualTo(first + more);
        assertThat(again.root()).isEqualTo(Proofs.root(first + more, subtrees(leaves)));
    }

    @Test
    void what_is_no_leaf_or_no_frontier_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Proofs.inclusion(8, 8, subtrees(LEAVES)));
        assertThatIllegalArgumentException().isThrownBy(() -> Proofs.consistency(0, 8, subtrees(LEAVES)));
        assertThatIllegalArgumentException().isThrownBy(() -> Proofs.consistency(9, 8, subtrees(LEAVES)));
        assertThatIllegalArgumentException().isThrownBy(() -> Frontier.of(3, new byte[32]));
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.read(new byte[31]));
    }

    /** @param leaf from 1, as the reference counts */
    private static List<String> inclusion(int leaf, int size) {
        return Proofs.inclusion(leaf - 1L, size, subtrees(LEAVES)).stream()
                .map(Hash::hex)
                .toList();
    }

    private static List<String> consistency(int from, int to) {
        return Proofs.consistency(from, to, subtrees(LEAVES)).stream()
                .map(Hash::hex)
                .toList();
    }

    private static List<Hash> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> Hash.leaf(new byte[] {(byte) i, (byte) (i >> 8)}))
                .toList();
    }

    private static Subtrees subtrees(List<Hash> leaves) {
        Map<Integer, Map<Long, Hash>> known = new HashMap<>();
        var frontier = Frontier.empty();
        for (var leaf : leaves)
            frontier.append(
                    leaf,
                    (level, index, hash) ->
                            known.computeIfAbsent(level, it -> new HashMap<>()).put(index, hash));
        return (level, index) -> known.get(level).get(index);
    }
}
