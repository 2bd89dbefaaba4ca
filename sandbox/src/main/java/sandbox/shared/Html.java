package sandbox.shared;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages: a template with {@code {{name}}} (escaped) and {@code {{&name}}} (already HTML). */
public final class Html {
    private static final Pattern HOLE = Pattern.compile("\\{\\{(&?)([\\w.-]+)}}");

    private Html() {}

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Fills the page {@code pages/name.html}; a hole that no value fills is a bug. */
    public static String page(String name, Map<String, String> values) {
        return fill(Assets.text("pages/" + name + ".html"), values);
    }

    /** As {@link #page(String, Map)}, with the words of the language that the browser asks for. */
    public static String page(Context ctx, String name, Map<String, String> values) {
        var language = Language.asked(ctx);
        var all = new HashMap<>(language.words());
        all.put("lang", language.tag());
        all.put("languages", Language.links(ctx, language));
        all.putAll(values);
        return page(name, all);
    }

    static String fill(String template, Map<String, String> values) {
        return HOLE.matcher(template)
                .replaceAll(hole -> Matcher.quoteReplacement(filled(hole.group(2), hole, values)));
    }

    private static String filled(
            String name, java.util.regex.MatchResult hole, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("The page has no value for " + name);
        }
        return hole.group(1).isEmpty() ? escape(value) : value;
    }
}
