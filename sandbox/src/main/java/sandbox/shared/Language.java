package sandbox.shared;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A language of the pages, with their words. */
public enum Language {
    JA("ja", "日本語"),
    KO("ko", "한국어"),
    EN("en", "English"),
    ZH_CN("zh-CN", "简体中文");

    private final String tag;
    private final String own;
    private final Map<String, String> words;

    Language(String tag, String own) {
        this.tag = tag;
        this.own = own;
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

    /**
     * What a browser asks for: {@code lang} or {@code ui_locales} in the address, then the cookie
     * {@code lang}, then its own languages; English for all others.
     */
    public static Language asked(Context ctx) {
        for (var name : List.of("lang", "ui_locales")) {
            var known = known(ctx.queryParam(name));
            if (known.isPresent()) {
                ctx.cookie(new Cookie("lang", known.get().tag, "/"));
                return known.get();
            }
        }
        return known(ctx.cookie("lang")).orElseGet(() -> accepted(ctx.header("Accept-Language")));
    }

    private static Language accepted(@Nullable String header) {
        if (header == null) {
            return EN;
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .flatMap(range -> known(range.getRange()).stream())
                    .findFirst()
                    .orElse(EN);
        } catch (IllegalArgumentException e) {
            return EN;
        }
    }

    /** By the language alone, whatever its region: zh-TW reads zh-CN better than English. */
    private static Optional<Language> known(@Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        var asked = Locale.forLanguageTag(tag).getLanguage();
        return Stream.of(values())
                .filter(l -> Locale.forLanguageTag(l.tag).getLanguage().equals(asked))
                .findFirst();
    }

    /** The address of this page in each language; nothing where a form led to it. */
    public static String links(Context ctx, Language now) {
        if (!ctx.method().equals(HandlerType.GET)) {
            return "";
        }
        var kept =
                ctx.queryParamMap().entrySet().stream()
                        .filter(q -> !q.getKey().equals("lang") && !q.getKey().equals("ui_locales"))
                        .map(q -> q.getKey() + "=" + encoded(q.getValue().getFirst()) + "&")
                        .collect(Collectors.joining());
        return Stream.of(values())
                .map(
                        l ->
                                l == now
                                        ? "<b aria-current=true lang="
                                                + l.tag
                                                + ">"
                                                + l.own
                                                + "</b>"
                                        : "<a lang="
                                                + l.tag
                                                + " href='?"
                                                + Html.escape(kept)
                                                + "lang="
                                                + l.tag
                                                + "'>"
                                                + l.own
                                                + "</a>")
                .collect(Collectors.joining(" "));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String tag() {
        return tag;
    }

    /** An instant as it is read in Tokyo. */
    public String time(Instant at) {
        var pattern =
                switch (this) {
                    case JA, ZH_CN -> "M月d日 HH:mm:ss";
                    case KO -> "M월 d일 HH:mm:ss";
                    case EN -> "d MMM HH:mm:ss";
                };
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .withZone(ZoneId.of("Asia/Tokyo"))
                .format(at);
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
