package io.cairn.maturity.file;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.JsonScalarResolver;

/**
 * Reads YAML 1.2 from the parser's events: nothing is ever expanded or constructed, so there is nothing to blow up.
 * Anchors, aliases and tags are not part of the format; scales are reused by their names.
 */
final class YamlTree extends TreeBuilder {
    private final String text;
    private final Iterator<Event> events;
    private final JsonScalarResolver resolver = new JsonScalarResolver();

    YamlTree(String text, Faults faults) {
        super(faults);
        this.text = text;
        this.events = new Parse(LoadSettings.builder().setLabel("model file").build())
                .parseString(text)
                .iterator();
    }

    @Override
    Node read() throws Unreadable {
        next();
        if (!(next() instanceof DocumentStartEvent)) throw new Unreadable("", 1, "is empty");
        var root = node(next(), "", 0);
        next();
        var after = next();
        if (after instanceof DocumentStartEvent)
            throw new Unreadable("", line(after), "holds a second document; a file describes one model version");
        return root;
    }

    private Node node(Event event, String pointer, int depth) throws Unreadable {
        enter(depth, pointer, line(event));
        if (event instanceof AliasEvent)
            throw new Unreadable(pointer, line(event), "is an alias (*), which the format does not have");
        if (event instanceof NodeEvent anchored
                && anchored.getAnchor().map(Anchor::getValue).isPresent())
            faults.add(pointer, line(event), "has an anchor (&), which the format does not have");
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar, pointer);
            case MappingStartEvent start -> mapping(start, pointer, depth);
            case CollectionStartEvent start -> sequence(start, pointer, depth);
            default -> throw new Unreadable(pointer, line(event), "cannot be read as YAML");
        };
    }

    private Node mapping(MappingStartEvent start, String pointer, int depth) throws Unreadable {
        refuseTag(start.getTag().isPresent(), pointer, start);
        var properties = new LinkedHashMap<String, Node.Property>();
        for (var event = next(); !(event instanceof CollectionEndEvent); event = next()) {
            if (!(event instanceof ScalarEvent key))
                throw new Unreadable(pointer, line(event), "has a name that is not a plain text");
            var at = named(key.getValue(), pointer, line(key));
            put(properties, key.getValue(), new Node.Property(line(key), node(next(), at, depth + 1)), at);
        }
        return new Node.Mapping(line(start), properties);
    }

    private Node sequence(CollectionStartEvent start, String pointer, int depth) throws Unreadable {
        refuseTag(start.getTag().isPresent(), pointer, start);
        var items = new ArrayList<Node>();
        for (var event = next(); !(event instanceof CollectionEndEvent); event = next())
            items.add(node(event, Pointer.item(pointer, items.size()), depth + 1));
        return new Node.Sequence(line(start), items);
    }

    private Node scalar(ScalarEvent scalar, String pointer) {
        refuseTag(scalar.getTag().isPresent(), pointer, scalar);
        var value = scalar.getValue();
        var line = line(scalar);
        var tag = resolver.resolve(value, scalar.getImplicit().canOmitTagInPlainScalar());
        if (tag.equals(Tag.NULL)) return new Node.Scalar(line, null);
        if (tag.equals(Tag.BOOL)) return new Node.Scalar(line, Boolean.valueOf(value));
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) return new Node.Scalar(line, number(value, pointer, line));
        return new Node.Scalar(line, words(value, pointer, line));
    }

    private void refuseTag(boolean tagged, String pointer, Event event) {
        if (tagged) faults.add(pointer, line(event), "has a tag (!), which the format does not have");
    }

    private Event next() throws Unreadable {
        try {
            return events.next();
        } catch (MarkedYamlEngineException e) {
            var mark = e.getProblemMark().or(e::getContextMark);
            var context = e.getContext() == null ? "" : e.getContext() + ": ";
            throw new Unreadable("", mark.map(Mark::getLine).orElse(0) + 1, "is not YAML: " + context + e.getProblem());
        } catch (ReaderException e) {
            throw new Unreadable("", lineOf(e.getPosition()), "holds a character that YAML does not allow");
        } catch (YamlEngineException e) {
            throw new Unreadable("", 1, "is not YAML: " + e.getMessage());
        }
    }

    /** @param position in code points from the start */
    private int lineOf(int position) {
        var before = text.codePoints().limit(position).filter(c -> c == '\n').count();
        return (int) before + 1;
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
