package keiyaku.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/** Light or dark, as chosen in this browser; auto leaves it to the system. */
final class ThemeChoice {

    static final String NAME = "theme";
    static final Set<String> ALL = Set.of("auto", "light", "dark");

    private ThemeChoice() {}

    static String of(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(NAME))
                .filter(ALL::contains)
                .or(() -> Choices.cookie(request, NAME).filter(ALL::contains))
                .orElse("auto");
    }
}
