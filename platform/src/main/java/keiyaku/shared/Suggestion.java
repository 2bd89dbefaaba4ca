package keiyaku.shared;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What someone who mistyped a word is told: the nearest allowed one, and all that are. */
final class Suggestion {

    private Suggestion() {}

    /** "; did you mean 'price'? Allowed here: code, price". */
    static String of(String word, Collection<String> allowed) {
        var near = nearest(word, allowed).map(n -> "; did you mean '" + n + "'?").orElse(".");
        var sorted = allowed.stream().sorted().toList();
        return near + " Allowed here: " + String.join(", ", sorted);
    }

    private static Optional<String> nearest(String word, Collection<String> allowed) {
        int farthest = word.length() < 4 ? 1 : Math.max(2, word.length() / 3);
        String best = null;
        int least = farthest + 1;
        for (var candidate : allowed) {
            int distance = distance(lower(word), lower(candidate));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** How many letters must be added, dropped or replaced (Levenshtein). */
    private static int distance(String from, String to) {
        var row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
