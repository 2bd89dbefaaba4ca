package keiyaku.notification;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import keiyaku.shared.Language;
import org.springframework.stereotype.Component;

/** The texts of all messages, by key, and the filling of {@code {name}} with a fact. */
@Component
class Texts {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    private final Map<Language, Properties> byLanguage = new EnumMap<>(Language.class);

    Texts() {
        for (var language : Language.values()) {
            byLanguage.put(language, read(language));
        }
    }

    private static Properties read(Language language) {
        var name = "/messages/notification_" + language.tag().replace('-', '_') + ".properties";
        var texts = new Properties();
        try (var stream = Texts.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("missing on the class path: " + name);
            }
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** The templates that have a part: subject for mails, sms for short messages. */
    Set<String> templates(String part) {
        return texts(Language.EN).stringPropertyNames().stream()
                .filter(key -> key.startsWith("notification.") && key.endsWith("." + part))
                .map(key -> key.substring("notification.".length(), key.lastIndexOf('.')))
                .collect(Collectors.toSet());
    }

    boolean has(String key) {
        return texts(Language.EN).containsKey(key);
    }

    /** The text of a key with its facts; a key or a fact that is missing is a bug and throws. */
    String of(Language language, String key, Map<String, String> facts) {
        return fill(raw(language, key), key, facts);
    }

    /** The text of a key with its places still open. */
    String raw(Language language, String key) {
        var text = texts(language).getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no text for " + key + " in " + language.tag());
        }
        return text;
    }

    static String fill(String text, String key, Map<String, String> facts) {
        return NAME.matcher(text)
                .replaceAll(
                        match -> {
                            var fact = facts.get(match.group(1));
                            if (fact == null) {
                                throw new IllegalStateException(
                                        key + " needs the fact " + match.group(1));
                            }
                            return Matcher.quoteReplacement(fact);
                        });
    }

    private Properties texts(Language language) {
        return java.util.Objects.requireNonNull(byLanguage.get(language));
    }
}
