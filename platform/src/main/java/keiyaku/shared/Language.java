package keiyaku.shared;

import java.util.Locale;
import java.util.Optional;

/** The four languages in which everything is shown. */
public enum Language {
    JA("ja"),
    KO("ko"),
    EN("en"),
    ZH_CN("zh-CN");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag: ja, ko, en, zh-CN. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    public static Optional<Language> ofTag(String tag) {
        for (var language : values()) {
            if (language.tag.equalsIgnoreCase(tag)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The language that fits a locale, English when none does. */
    public static Language of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "ja" -> JA;
            case "ko" -> KO;
            case "zh" -> ZH_CN;
            default -> EN;
        };
    }
}
