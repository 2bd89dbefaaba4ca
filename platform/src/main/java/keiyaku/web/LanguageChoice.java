package keiyaku.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import keiyaku.shared.Language;
import org.jspecify.annotations.Nullable;

/**
 * The language of a request: what was chosen in this browser, else what the login prefers, else
 * what the browser asks for, else English.
 */
final class LanguageChoice {

    static final String NAME = "lang";

    private LanguageChoice() {}

    static Language of(HttpServletRequest request, @Nullable SignedIn signedIn) {
        return chosen(request)
                .or(() -> Optional.ofNullable(signedIn).map(SignedIn::language))
                .orElseGet(() -> accepted(request));
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        var parameter = request.getParameter(NAME);
        return Optional.ofNullable(parameter)
                .flatMap(Language::ofTag)
                .or(() -> Choices.cookie(request, NAME).flatMap(Language::ofTag));
    }

    private static Language accepted(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Language.EN;
        }
        return Collections.list(request.getLocales()).stream()
                .filter(LanguageChoice::isOurs)
                .findFirst()
                .map(Language::of)
                .orElse(Language.EN);
    }

    private static boolean isOurs(Locale locale) {
        return switch (locale.getLanguage()) {
            case "ja", "ko", "en", "zh" -> true;
            default -> false;
        };
    }
}
