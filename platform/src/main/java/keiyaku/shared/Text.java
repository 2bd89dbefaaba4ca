package keiyaku.shared;

import java.util.Map;

/**
 * One text in the languages it was written in; English, or else any, stands in for a missing one.
 */
public record Text(Map<Language, String> byLanguage) {

    public Text {
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("a text in no language");
        }
        byLanguage = Map.copyOf(byLanguage);
    }

    public static Text english(String text) {
        return new Text(Map.of(Language.EN, text));
    }

    public String in(Language language) {
        var exact = byLanguage.get(language);
        if (exact != null) {
            return exact;
        }
        var english = byLanguage.get(Language.EN);
        return english != null ? english : byLanguage.values().iterator().next();
    }
}
