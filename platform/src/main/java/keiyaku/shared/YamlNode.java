package keiyaku.shared;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in a YAML file, with its place. What is asked for and is not there, or is something else,
 * throws {@link InputFileException} with file, line and what is allowed. A date, an instant, {@code
 * 10%} and {@code 100 GB} come as their text.
 */
public final class YamlNode {

    private final String file;
    private final Node node;
    private @Nullable Map<String, YamlNode> entries;

    YamlNode(String file, Node node) {
        this.file = file;
        this.node = node;
        if (node.isTwoStepsConstruction()) {
            throw error("an alias that contains itself");
        }
        if (!node.getTag().getValue().startsWith(Tag.PREFIX)) {
            throw error("tags such as " + node.getTag().getValue() + " are not read; leave it out");
        }
    }

    public String file() {
        return file;
    }

    /** Counted from 1, as editors do. */
    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    public int column() {
        return node.getStartMark().getColumn() + 1;
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isText() {
        return node instanceof ScalarNode && !isNothing();
    }

    /** A key with nothing behind it, or null. */
    private boolean isNothing() {
        return node.getTag().equals(Tag.NULL);
    }

    /** For the caller's own reasons, at this value's line. */
    public InputFileException error(String reason) {
        return new InputFileException(file, line(), reason);
    }

    /** This value as text; never blank. */
    public String text() {
        if (!(node instanceof ScalarNode scalar) || isNothing()) {
            throw error("expected a text, found " + kind());
        }
        if (scalar.getValue().isBlank()) {
            throw error("a text must not be empty");
        }
        return scalar.getValue();
    }

    /**
     * This value read by a function that throws IllegalArgumentException saying what is allowed.
     */
    public <T> T as(Function<String, T> read) {
        var text = text();
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            throw error(e.getMessage() == null ? "'" + text + "' cannot be read" : e.getMessage());
        }
    }

    /** This value as one of the named ones; else the nearest is suggested. */
    public <T> T oneOf(Map<String, T> named) {
        var text = text();
        var found = named.get(text);
        if (found == null) {
            throw error("'" + text + "' is not known" + Suggestion.of(text, named.keySet()));
        }
        return found;
    }

    public long integer() {
        return as(
                text -> {
                    try {
                        return Long.parseLong(text);
                    } catch (NumberFormatException e) {
                        throw new IllegalArgumentException(
                                "'" + text + "' is not a whole number", e);
                    }
                });
    }

    /** A whole number from least to most. */
    public int integer(int least, int most) {
        long number = integer();
        if (number < least || number > most) {
            throw error(number + " is not allowed; write " + least + " to " + most);
        }
        return (int) number;
    }

    public boolean bool() {
        return oneOf(Map.of("true", true, "false", false));
    }

    /** Whether this is written as true or false, without quotes. */
    public boolean isBool() {
        return node.getTag().equals(Tag.BOOL) && Set.of("true", "false").contains(text());
    }

    public LocalDate date() {
        return as(
                text -> {
                    try {
                        return LocalDate.parse(text);
                    } catch (DateTimeParseException e) {
                        throw new IllegalArgumentException(
                                "'" + text + "' is not a date; write 2026-01-31", e);
                    }
                });
    }

    /** The entries of this list, in the order of writing. */
    public List<YamlNode> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw error("expected a list, found " + kind());
        }
        var items = new ArrayList<YamlNode>();
        for (var item : sequence.getValue()) {
            items.add(new YamlNode(file, item));
        }
        return List.copyOf(items);
    }

    /** The entries of this map, in the order of writing. */
    public Map<String, YamlNode> map() {
        if (!(node instanceof MappingNode mapping)) {
            throw error("expected keys with values, found " + kind());
        }
        if (entries == null) {
            entries = entries(mapping);
        }
        return entries;
    }

    private Map<String, YamlNode> entries(MappingNode mapping) {
        var read = new LinkedHashMap<String, YamlNode>();
        var lines = new HashMap<String, Integer>();
        for (var tuple : mapping.getValue()) {
            var key = new YamlNode(file, tuple.getKeyNode());
            var name = key.text();
            var earlier = lines.put(name, key.line());
            if (earlier != null) {
                throw key.error("'" + name + "' stands here twice; first in line " + earlier);
            }
            read.put(name, new YamlNode(file, tuple.getValueNode()));
        }
        return Collections.unmodifiableMap(read);
    }

    /** Refuses keys of this map that are not allowed, at the key's line. */
    public void refuseUnknown(Set<String> allowed) {
        map();
        for (var tuple : ((MappingNode) node).getValue()) {
            var key = new YamlNode(file, tuple.getKeyNode());
            if (!allowed.contains(key.text())) {
                throw key.error(
                        "unknown key '" + key.text() + "'" + Suggestion.of(key.text(), allowed));
            }
        }
    }

    /** The value of a key, if it has one. */
    public Optional<YamlNode> optional(String key) {
        return Optional.ofNullable(map().get(key)).filter(value -> !value.isNothing());
    }

    /** The value of a key that must be there. */
    public YamlNode child(String key) {
        return optional(key).orElseThrow(() -> missing(key));
    }

    private InputFileException missing(String key) {
        var empty = map().get(key);
        return empty == null
                ? error("'" + key + "' is missing")
                : empty.error("'" + key + "' has no value");
    }

    public boolean has(String key) {
        return map().containsKey(key);
    }

    public String text(String key) {
        return child(key).text();
    }

    public Optional<String> optionalText(String key) {
        return optional(key).map(YamlNode::text);
    }

    public long integer(String key) {
        return child(key).integer();
    }

    public boolean bool(String key) {
        return child(key).bool();
    }

    public LocalDate date(String key) {
        return child(key).date();
    }

    /** The list under a key; empty when the key is not there. */
    public List<YamlNode> list(String key) {
        return optional(key).map(YamlNode::list).orElse(List.of());
    }

    /** The map under a key; empty when the key is not there. */
    public Map<String, YamlNode> map(String key) {
        return optional(key).map(YamlNode::map).orElse(Map.of());
    }

    private String kind() {
        return switch (node) {
            case MappingNode ignored -> "keys with values";
            case SequenceNode ignored -> "a list";
            default -> isNothing() ? "nothing" : "'" + ((ScalarNode) node).getValue() + "'";
        };
    }
}
