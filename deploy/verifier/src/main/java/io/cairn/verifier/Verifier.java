package io.cairn.verifier;

import io.cairn.proof.EventLine;
import io.cairn.proof.Frontier;
import io.cairn.proof.Hash;
import io.cairn.proof.Head;
import io.cairn.proof.Json;
import io.cairn.proof.PublicKey;
import io.cairn.verifier.Finding.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Checks a bundle. It walks from head to head: between two of them it takes what the tree has and what the events make,
 * finds which of both gives the signed root, and compares the other with it. Memory holds what lies between two heads,
 * and what does not match.
 */
public final class Verifier implements AutoCloseable {
    static final String FORMAT = "cairn-bundle/1";

    private final ZipFile zip;
    private final Findings findings = new Findings();
    private final Unmatched unmatched = new Unmatched();
    private final Streams streams = new Streams(findings);
    private final Lines leafLines;
    private final Lines eventLines;
    private final Words words;
    private final Nodes nodes;
    private final String tenant;
    private @Nullable Leaf nextLeaf;
    private @Nullable Event nextEvent;
    private long events;
    private long lastPosition = Long.MIN_VALUE;

    private Verifier(Path bundle) throws IOException {
        zip = new ZipFile(bundle.toFile());
        var about = Json.object(String.join("", all("about.json")));
        if (!FORMAT.equals(about.get("format")))
            throw new IllegalArgumentException("a bundle of another format: " + about.get("format"));
        tenant = String.valueOf(about.get("tenant"));
        leafLines = lines("leaves.txt");
        eventLines = lines("events.ndjson");
        words = new Words(lines("texts.ndjson"), findings);
        nodes = new Nodes(lines("nodes.txt"), findings);
    }

    /**
     * @param trusted keys that heads may be signed with; if there are none, those that the bundle itself names
     * @param earlier heads that were kept from before
     * @param before a bundle that was kept from before; its leaves tell what was signed where those of this one do not
     * @throws IllegalArgumentException and IOException when it is no bundle
     */
    public static Report verify(
            Path bundle, Collection<PublicKey> trusted, Collection<Head> earlier, @Nullable Path before)
            throws IOException {
        var heads = new ArrayList<>(earlier);
        var leaves = new ArrayList<Leaf>();
        if (before != null)
            try (var kept = new Verifier(before)) {
                for (var line : kept.all("heads.ndjson")) heads.add(Heads.read(line));
                while (kept.leafLines.next()) leaves.add(Leaf.read(kept.leafLines));
            }
        try (var verifier = new Verifier(bundle)) {
            return verifier.report(trusted, heads, leaves);
        }
    }

    /** The keys that a bundle names. */
    public static List<PublicKey> keys(Path bundle) throws IOException {
        try (var verifier = new Verifier(bundle)) {
            return verifier.keys();
        }
    }

    private List<PublicKey> keys() throws IOException {
        return all("keys.txt").stream().map(PublicKey::read).toList();
    }

    private Report report(Collection<PublicKey> trusted, Collection<Head> earlier, List<Leaf> before)
            throws IOException {
        var heads = new Heads(trusted.isEmpty() ? keys() : trusted, tenant, findings);
        heads.own(all("heads.ndjson"));
        heads.earlier(earlier);
        readLeaf();
        readEvent();
        var tree = Frontier.empty();
        Head newest = null;
        var held = 0;
        for (var head : heads.good()) {
            if (head.size() == tree.size() && newest != null) continue;
            var signed = between(tree, head, before);
            for (var hash : signed.hashes()) tree.append(hash, nodes);
            if (!signed.proved()) continue;
            held++;
            newest = head;
        }
        while (nextEvent != null) {
            unmatched.event(nextEvent);
            readEvent();
        }
        if (heads.allHold()) {
            for (; nextLeaf != null; readLeaf())
                findings.add(Kind.TREE, "the leaf " + nextLeaf.index() + " was added to the tree: no head covers it");
            nodes.end();
        }
        words.end();
        unmatched.tell(findings);
        return new Report(events, held, words.held(), words.erased(), newest, findings.all());
    }

    private record Signed(List<Hash> hashes, boolean proved) {}

    private Signed between(Frontier tree, Head head, List<Leaf> before) throws IOException {
        var segment = new Segment(leaves(tree.size(), head.size()), eventsUpTo(head.position()));
        var signed = segment.signed(tree, head.root());
        if (signed == null && before.size() >= head.size()) {
            var kept = new Segment(List.copyOf(before.subList((int) tree.size(), (int) head.size())), segment.events());
            signed = kept.signed(tree, head.root());
            if (signed != null) {
                tellApart(segment.leaves(), kept.leaves());
                segment = kept;
            }
        }
        if (signed != null) {
            compare(segment, signed, tree.size());
            return new Signed(signed, true);
        }
        findings.add(
                Kind.HEAD,
                "between sizes " + tree.size() + " and " + head.size()
                        + " neither the tree nor the events give the root that was signed");
        var unproved = segment.leaves().stream()
                .map(leaf -> leaf == null ? Hash.EMPTY : leaf.hash())
                .toList();
        compare(segment, unproved, tree.size());
        return new Signed(unproved, false);
    }

    private void tellApart(List<@Nullable Leaf> now, List<@Nullable Leaf> before) {
        for (var i = 0; i < now.size(); i++) {
            var kept = before.get(i);
            if (kept != null && !kept.equals(now.get(i)))
                findings.add(
                        Kind.TREE, "the leaf " + kept.index() + " was changed in the tree since the earlier bundle");
        }
    }

    /** The same hashes in the same order, nearly always; else each is looked for by itself. */
    private void compare(Segment segment, List<Hash> signed, long first) {
        Map<Hash, List<Event>> byHash = new HashMap<>();
        var asSigned = segment.events().size() == signed.size();
        for (var i = 0; asSigned && i < signed.size(); i++)
            asSigned = signed.get(i).equals(segment.events().get(i).hash());
        if (!asSigned)
            for (var event : segment.events())
                byHash.computeIfAbsent(event.hash(), it -> new ArrayList<>()).add(event);
        for (var i = 0; i < signed.size(); i++) {
            var leaf = segment.leaves().get(i);
            var hash = signed.get(i);
            var event = asSigned ? segment.events().get(i) : taken(byHash.get(hash));
            index(leaf, hash, event, first + i);
            if (event == null && leaf != null) unmatched.leaf(leaf);
        }
        byHash.values().forEach(rest -> rest.forEach(unmatched::event));
    }

    private static @Nullable Event taken(@Nullable List<Event> same) {
        return same == null || same.isEmpty() ? null : same.remove(0);
    }

    /** Whether the service's own list of leaves says of this one what was signed. */
    private void index(@Nullable Leaf leaf, Hash signed, @Nullable Event event, long index) {
        var which = event == null ? "" : ", event " + event.line().eventId() + ", which is as it was signed";
        if (leaf == null) findings.add(Kind.TREE, "the leaf " + index + " is missing in the tree" + which);
        else if (!leaf.hash().equals(signed))
            findings.add(Kind.TREE, "the leaf " + index + " was changed in the tree" + which);
        else if (event != null
                && (leaf.position() != event.position()
                        || !leaf.event().equals(event.line().eventId())))
            findings.add(Kind.TREE, "the leaf " + index + " is said to be another event in the tree" + which);
    }

    private List<@Nullable Leaf> leaves(long from, long to) throws IOException {
        var leaves = new ArrayList<@Nullable Leaf>();
        for (var i = from; i < to; i++) leaves.add(null);
        for (; nextLeaf != null && nextLeaf.index() < to; readLeaf()) {
            var at = nextLeaf.index() - from;
            if (at < 0 || leaves.get((int) at) != null)
                findings.add(Kind.TREE, "the leaf " + nextLeaf.index() + " was added to the tree");
            else leaves.set((int) at, nextLeaf);
        }
        return leaves;
    }

    private List<Event> eventsUpTo(long position) throws IOException {
        var found = new ArrayList<Event>();
        for (; nextEvent != null && nextEvent.position() <= position; readEvent()) found.add(nextEvent);
        return found;
    }

    private void readLeaf() throws IOException {
        nextLeaf = leafLines.next() ? Leaf.read(leafLines) : null;
    }

    private void readEvent() throws IOException {
        nextEvent = null;
        while (nextEvent == null && eventLines.next()) {
            var buffer = eventLines.buffer();
            var start = eventLines.start();
            var length = eventLines.length();
            events++;
            var line = line(buffer, start, length);
            if (line == null) continue;
            if (line.position() < lastPosition)
                findings.add(Kind.MOVED, "line " + events + " of the bundle's events is not in the order of positions");
            lastPosition = line.position();
            nextEvent = new Event(
                    line, Hash.leaf(buffer, start, length), Arrays.copyOfRange(buffer, start, start + length));
            streams.event(line);
            words.of(line.position(), buffer, start, length);
        }
    }

    private @Nullable EventLine line(byte[] buffer, int start, int length) {
        try {
            return EventLine.read(buffer, start, length);
        } catch (IllegalArgumentException e) {
            findings.add(Kind.CHANGED, "the event in line " + events + " of the bundle cannot be read");
            return null;
        }
    }

    private List<String> all(String name) throws IOException {
        try (var lines = lines(name)) {
            var all = new ArrayList<String>();
            while (lines.next()) all.add(lines.text());
            return all;
        }
    }

    private Lines lines(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) throw new IllegalArgumentException("the bundle has no " + name);
        return new Lines(zip.getInputStream(entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
