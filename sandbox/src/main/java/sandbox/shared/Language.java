package sandbox.shared;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A language of a cardholder, with the words of the pages that cardholders see. */
public enum Language {
    JA("ja"),
    KO("ko"),
    EN("en"),
    ZH_CN("zh-CN");

    private final String tag;
    private final Map<String, String> words;

    Language(String tag) {
        this.tag = tag;
        this.words = read(tag);
    }

    /** The language of a tag such as {@code ja} or {@code zh-CN}; Japanese when none is given. */
    public static Language of(@Nullable String tag) {
        if (tag == null) {
            return JA;
        }
        for (Language language : values()) {
            if (language.tag.equalsIgnoreCase(tag)) {
                return language;
            }
        }
        throw Problem.of(422, "language", "language is one of ja, ko, en, zh-CN");
    }

    public String tag() {
        return tag;
    }

    public Map<String, String> words() {
        return words;
    }

    public String word(String key) {
        String word = words.get(key);
        if (word == null) {
            throw new IllegalArgumentException(tag + " has no word for " + key);
        }
        return word;
    }

    private static Map<String, String> read(String tag) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Assets.text("texts/" + tag + ".properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                entry -> (String) entry.getKey(),
                                entry -> (String) entry.getValue()));
    }
}
