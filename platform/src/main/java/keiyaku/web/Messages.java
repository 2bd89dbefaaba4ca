package keiyaku.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import keiyaku.shared.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The texts of all modules: {@code messages/<module>_<language>.properties} in UTF-8, wherever on
 * the classpath. A key stands in one file only, and in all four languages.
 */
@Component
public class Messages {

    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    private final Map<Language, Map<String, MessageText>> texts = new EnumMap<>(Language.class);
    private final boolean strict;

    /** Strict: a key without a text throws, as it does in tests; otherwise it is shown itself. */
    public Messages(@Value("${keiyaku.messages.strict:false}") boolean strict) {
        this.strict = strict;
        for (var language : Language.values()) {
            texts.put(language, read(language));
        }
    }

    /** The text, filled with arguments by place, each written as the language does. */
    public String text(Language language, String key, Object... arguments) {
        return find(language, key).fill(new Formats(language), arguments);
    }

    /** The text, filled with facts by name. */
    public String text(Language language, String key, Map<String, Object> facts) {
        return find(language, key).fill(new Formats(language), facts);
    }

    public boolean has(String key) {
        return texts(Language.EN).containsKey(key);
    }

    Set<String> keys(Language language) {
        return texts(language).keySet();
    }

    MessageText find(Language language, String key) {
        var found = texts(language).get(key);
        if (found != null) {
            return found;
        }
        if (strict) {
            throw new IllegalArgumentException("no text for " + key + " in " + language.tag());
        }
        LOG.error("no text for {} in {}", key, language.tag());
        return texts(Language.EN).getOrDefault(key, MessageText.of(key));
    }

    private Map<String, MessageText> texts(Language language) {
        return texts.getOrDefault(language, Map.of());
    }

    private static Map<String, MessageText> read(Language language) {
        var suffix = language.tag().replace('-', '_');
        var found = new HashMap<String, MessageText>();
        try {
            var files =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:messages/*_" + suffix + ".properties");
            for (var file : files) {
                var properties = new Properties();
                try (var reader =
                        new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                for (var key : properties.stringPropertyNames()) {
                    if (found.put(key, MessageText.of(properties.getProperty(key))) != null) {
                        throw new IllegalStateException(key + " stands twice: " + file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(found);
    }
}
