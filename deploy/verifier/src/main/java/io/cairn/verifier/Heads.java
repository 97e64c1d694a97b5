package io.cairn.verifier;

import io.cairn.proof.Hash;
import io.cairn.proof.Head;
import io.cairn.proof.Json;
import io.cairn.proof.PublicKey;
import io.cairn.verifier.Finding.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Which heads can be built upon: those that are signed, in the order of their sizes. */
final class Heads {
    private final Collection<PublicKey> keys;
    private final String tenant;
    private final Findings findings;
    private final List<Head> good = new ArrayList<>();
    private boolean allHold = true;

    Heads(Collection<PublicKey> keys, String tenant, Findings findings) {
        this.keys = keys;
        this.tenant = tenant;
        this.findings = findings;
    }

    /** One line of the bundle: each head names the one before it. */
    static Head read(String json) {
        if (Json.object(json).get("note") instanceof String note) return Head.read(note);
        throw new IllegalArgumentException("no head");
    }

    /** Heads somebody kept: one as the API gives it, or a page of them. */
    static List<Head> kept(String json) {
        var object = Json.object(json);
        if (!(object.get("items") instanceof List<?> items)) return List.of(read(json));
        var heads = new ArrayList<Head>();
        for (var item : items)
            if (item instanceof Map<?, ?> one && one.get("note") instanceof String note) heads.add(Head.read(note));
        return heads;
    }

    /** The bundle's own, as they come. */
    void own(Collection<String> lines) {
        var previous = Hash.EMPTY;
        var size = 0L;
        for (var line : lines) {
            var head = signed(line, "behind size " + size);
            if (head == null) {
                allHold = false;
                previous = null;
                continue;
            }
            if (previous != null && !previous.equals(head.previous()))
                findings.add(
                        Kind.HEAD, "between the heads of size " + size + " and " + head.size() + " one is missing");
            if (head.size() <= size)
                findings.add(Kind.HEAD, "the head of size " + head.size() + " does not follow that of size " + size);
            previous = head.digest();
            size = head.size();
            good.add(head);
        }
    }

    /** Some that were told earlier, and kept outside: the bundle must go on from them. */
    void earlier(Collection<Head> kept) {
        var newest = good.stream().mapToLong(Head::size).max().orElse(0);
        for (var head : kept) {
            if (!holds(head)) {
                findings.add(Kind.HEAD, "the kept head of size " + head.size() + " is not signed by a known key");
                continue;
            }
            if (head.size() > newest)
                findings.add(
                        Kind.HEAD,
                        "the kept head of size " + head.size()
                                + " is newer than all in the bundle: events or heads were cut off");
            var same = good.stream().filter(it -> it.size() == head.size()).findFirst();
            if (same.isPresent() && !same.get().root().equals(head.root()))
                findings.add(Kind.HEAD, "two heads of size " + head.size() + " were signed for different events");
            if (same.isEmpty()) good.add(head);
        }
        good.sort(Comparator.comparingLong(Head::size));
    }

    private @org.jspecify.annotations.Nullable Head signed(String line, String where) {
        try {
            var head = read(line);
            if (holds(head)) return head;
            findings.add(
                    Kind.HEAD,
                    "the head of size " + head.size()
                            + (isKnown(head.keyId())
                                    ? " is not as it was signed"
                                    : " is signed with the key " + head.keyId() + ", which is not a known one"));
        } catch (RuntimeException e) {
            findings.add(Kind.HEAD, "a head " + where + " is not as it was signed: it cannot be read");
        }
        return null;
    }

    private boolean isKnown(String key) {
        return keys.stream().anyMatch(it -> it.id().equals(key));
    }

    private boolean holds(Head head) {
        return head.tenant().toString().equals(tenant) && head.signedBy(keys);
    }

    /** Whether each of the bundle's own is as it was signed, so that none of them covers more than the good ones. */
    boolean allHold() {
        return allHold;
    }

    List<Head> good() {
        return good;
    }
}
