package dev.redraft.document;

import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonObject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// The strict reader of YAML 1.2: one document of plain data, without anchors, aliases, merge keys and custom tags.
public final class YamlReader {
    static final String SECOND_DOCUMENT = "A second document starts here. Put each document into a file of its own.";

    /// The engine looks ahead to the end of a scalar and copies its window for every refill, hence a large one.
    private static final int LARGEST_WINDOW = 1 << 22;

    private final Iterator<Event> events;
    private final Rules rules;
    private final YamlScalar scalars;
    private Place here = new Place(1, 1);

    private YamlReader(String text, Limits limits) {
        this.events = new Parse(settings(text)).parseString(text).iterator();
        this.rules = new Rules(limits, () -> here);
        this.scalars = new YamlScalar(rules);
    }

    /// Reads a document: a mapping whose members are entries.
    public static JsonObject document(byte[] utf8, Limits limits) {
        var text = Utf8.decode(utf8, limits);
        requirePrintable(text);
        var reader = new YamlReader(text, limits);
        try {
            return reader.onlyDocument();
        } catch (YamlEngineException e) {
            throw YamlComplaint.about(e, reader.here);
        }
    }

    private static LoadSettings settings(String text) {
        return LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setBufferSize(Math.clamp(text.length(), 1, LARGEST_WINDOW))
                .build();
    }

    private static void requirePrintable(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (!Character.isSurrogate(c) && !StreamReader.isPrintable(c)) {
                throw Unreadable.syntax(
                        "YAML forbids the bare character U+%04X. Escape it in double quotes.".formatted((int) c),
                        Place.at(text, i));
            }
        }
    }

    private JsonObject onlyDocument() {
        next();
        if (next().getEventId() == Event.ID.StreamEnd) {
            throw rules.invalid("The document is empty. Write its entries, or {} for none.");
        }
        if (!(next() instanceof MappingStartEvent root)) {
            throw rules.invalid("The document is no mapping. Write its entries like \"key: value\".");
        }
        requireTag(root, "map");
        var document = entries();
        next();
        if (next().getEventId() != Event.ID.StreamEnd) {
            throw rules.syntax(SECOND_DOCUMENT);
        }
        return document;
    }

    private JsonObject entries() {
        rules.depth(1);
        var entries = new LinkedHashMap<String, Json>();
        for (var event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            var place = here;
            var key = name(event, entries);
            rules.key(key);
            rules.oneMoreThan(entries.size());
            var value = value(next(), 1);
            rules.size(key, value, () -> place);
            entries.put(key, value);
        }
        return new JsonObject(entries);
    }

    /// @param depth how many containers this value lies in
    private Json value(Event event, int depth) {
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case MappingStartEvent mapping -> object(mapping, depth + 1);
            case SequenceStartEvent sequence -> array(sequence, depth + 1);
            case Event other -> throw new IllegalStateException("No value starts with " + other.getEventId());
        };
    }

    private JsonObject object(MappingStartEvent start, int depth) {
        requireTag(start, "map");
        rules.depth(depth);
        var members = new LinkedHashMap<String, Json>();
        for (var event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            members.put(name(event, members), value(next(), depth));
        }
        return members.isEmpty() ? JsonObject.EMPTY : new JsonObject(members);
    }

    private JsonArray array(SequenceStartEvent start, int depth) {
        requireTag(start, "seq");
        rules.depth(depth);
        var elements = new ArrayList<Json>();
        for (var event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            elements.add(value(event, depth));
        }
        return elements.isEmpty() ? JsonArray.EMPTY : new JsonArray(elements);
    }

    private Json scalar(ScalarEvent scalar) {
        var text = scalar.getValue();
        if (scalar.getTag().isPresent()) {
            return scalars.tagged(scalar.getTag().get(), text);
        }
        return scalar.isPlain() ? scalars.plain(text) : scalars.string(text);
    }

    /// The text of a key as it is written, whatever it would be as a value: `1` is "1" and `null` is "null".
    private String name(Event event, Map<String, Json> members) {
        if (!(event instanceof ScalarEvent scalar)) {
            throw rules.syntax("A key is no text here. Put it in quotes, for lists and mappings cannot be keys.");
        }
        var name = scalar.getValue();
        scalar.getTag().ifPresent(tag -> scalars.tagged(tag, name));
        if (scalar.isPlain() && name.equals("<<")) {
            throw rules.syntax("A merge key << stands here. Write out what it merges.");
        }
        rules.text(name);
        rules.unique(name, members);
        return name;
    }

    private void requireTag(CollectionStartEvent start, String type) {
        start.getTag().filter(tag -> !tag.equals(YamlScalar.TAG + type)).ifPresent(tag -> {
            throw scalars.misplaced(tag);
        });
    }

    private Event next() {
        var event = events.next();
        here = event.getStartMark().map(YamlReader::place).orElse(here);
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw rules.syntax(
                    "%s stands here. Write out what it stands for, and remove it.".formatted(reference(node)));
        }
        return event;
    }

    private static String reference(NodeEvent node) {
        var name = Excerpt.of(node.getAnchor().map(Anchor::getValue).orElse(""));
        return (node instanceof AliasEvent ? "The alias " : "The anchor ") + name;
    }

    static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
