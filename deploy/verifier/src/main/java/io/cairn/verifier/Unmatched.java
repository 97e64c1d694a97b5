package io.cairn.verifier;

import io.cairn.proof.EventLine;
import io.cairn.verifier.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Leaves that no event has and events that no leaf has; put together they tell what happened. */
final class Unmatched {
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    void leaf(Leaf leaf) {
        leaves.add(leaf);
    }

    void event(Event event) {
        events.add(event);
    }

    void tell(Findings findings) {
        Map<UUID, List<Event>> byId = new HashMap<>();
        for (var event : events)
            byId.computeIfAbsent(event.line().eventId(), it -> new ArrayList<>())
                    .add(event);
        var rest = new ArrayList<Leaf>();
        for (var leaf : leaves) {
            var same = byId.getOrDefault(leaf.event(), List.of());
            if (same.isEmpty()) rest.add(leaf);
            else tell(leaf, same.remove(best(leaf, same)), findings);
        }
        Map<Long, Event> byPosition = new HashMap<>();
        byId.values().forEach(same -> same.forEach(event -> byPosition.put(event.position(), event)));
        for (var leaf : rest) {
            var there = byPosition.remove(leaf.position());
            if (there == null) gone(leaf, findings);
            else
                findings.event(
                        Kind.CHANGED,
                        leaf.event(),
                        leaf.position(),
                        named(leaf) + " was changed, its id too: it is "
                                + there.line().eventId() + " now");
        }
        byPosition.values().stream()
                .sorted(java.util.Comparator.comparingLong(Event::position))
                .forEach(event -> findings.event(
                        Kind.ADDED,
                        event.line().eventId(),
                        event.position(),
                        named(event) + " was added: it was never signed"));
    }

    private static int best(Leaf leaf, List<Event> same) {
        for (var i = 0; i < same.size(); i++) if (same.get(i).position() == leaf.position()) return i;
        return 0;
    }

    private static void tell(Leaf leaf, Event event, Findings findings) {
        if (event.position() == leaf.position()) {
            findings.event(Kind.CHANGED, leaf.event(), leaf.position(), named(event) + " was changed");
            return;
        }
        var back = EventLine.hash(EventLine.at(event.text(), leaf.position()));
        findings.event(
                Kind.MOVED,
                leaf.event(),
                leaf.position(),
                named(leaf) + " was moved to position " + event.position()
                        + (back.equals(leaf.hash()) ? "" : ", and changed"));
    }

    private static void gone(Leaf leaf, Findings findings) {
        findings.event(Kind.REMOVED, leaf.event(), leaf.position(), named(leaf) + " was removed");
    }

    private static String named(Leaf leaf) {
        return "event " + leaf.event() + " at position " + leaf.position();
    }

    private static String named(Event event) {
        var line = event.line();
        return "event " + line.eventId() + " at position " + line.position() + " (version " + line.version() + " of "
                + line.streamType() + " " + line.streamId() + ")";
    }
}
