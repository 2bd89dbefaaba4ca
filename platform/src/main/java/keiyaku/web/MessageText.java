package keiyaku.web;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One text with places for arguments: {@code {0}}, {@code {day}} or {@code {0,choice,1#one
 * day|1<{0} days}}. An apostrophe is an apostrophe: nothing has to be quoted.
 */
final class MessageText {

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*|\\d+)");

    private final String text;
    private final List<String> places;

    /** Parsed once; not to be used by two threads, so each use takes a copy. */
    private final MessageFormat parsed;

    private MessageText(String text, List<String> places) {
        this.text = text;
        this.places = places;
        this.parsed = new MessageFormat(places.isEmpty() ? "" : text, Locale.ENGLISH);
    }

    static MessageText of(String written) {
        var names = new ArrayList<String>();
        var matcher = PLACE.matcher(written);
        while (matcher.find()) {
            if (!names.contains(matcher.group(1))) {
                names.add(matcher.group(1));
            }
        }
        if (names.isEmpty()) {
            return new MessageText(written, List.of());
        }
        var numbered =
                PLACE.matcher(written.replace("'", "''"))
                        .replaceAll(match -> "{" + names.indexOf(match.group(1)));
        return new MessageText(numbered, List.copyOf(names));
    }

    /** The names or numbers of the places, each once. */
    List<String> places() {
        return places;
    }

    String fill(Formats formats, Object... arguments) {
        return places.isEmpty()
                ? text
                : fill(formats, places.stream().map(p -> byNumber(p, arguments)).toList());
    }

    String fill(Formats formats, Map<String, Object> facts) {
        return places.isEmpty()
                ? text
                : fill(formats, places.stream().map(p -> facts.getOrDefault(p, "–")).toList());
    }

    private String fill(Formats formats, List<Object> values) {
        var written = values.stream().map(formats::argument).toArray();
        return ((MessageFormat) parsed.clone()).format(written);
    }

    private static Object byNumber(String place, Object[] arguments) {
        if (!Character.isDigit(place.charAt(0))) {
            throw new IllegalArgumentException("the text wants a fact named " + place);
        }
        int index = Integer.parseInt(place);
        if (index >= arguments.length) {
            throw new IllegalArgumentException("the text wants an argument " + place);
        }
        return arguments[index];
    }

    @Override
    public String toString() {
        return text;
    }
}
