package keiyaku.web.api;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import keiyaku.shared.BadInputException;
import org.jspecify.annotations.Nullable;

/** A page of a list, newest first, and whether more follows. */
record ListAnswer(String object, String url, boolean hasMore, List<Map<String, Object>> data) {

    private static final int USUAL = 20;
    private static final int MOST = 100;

    /** The limit that was asked for: 1 to 100. */
    static int limit(@Nullable String asked) {
        if (asked == null) {
            return USUAL;
        }
        if (!asked.matches("[1-9]\\d{0,2}") || Integer.parseInt(asked) > MOST) {
            throw new BadInputException("limit", "limit");
        }
        return Integer.parseInt(asked);
    }

    /** Of what was found with one more than the limit. */
    static <T> ListAnswer of(
            String url, List<T> found, int limit, Function<T, Map<String, Object>> view) {
        boolean more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        return new ListAnswer("list", url, more, shown.stream().map(view).toList());
    }
}
