package keiyaku.member;

import java.text.Collator;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import keiyaku.shared.BadInputException;
import keiyaku.shared.Language;

/** Countries of residence: ISO 3166, named in each language, the nearest first. */
public final class Countries {

    private static final List<String> FIRST = List.of("JP", "KR", "US", "CN");
    private static final Set<String> ALL = Set.of(Locale.getISOCountries());
    private static final Set<String> ONE_FIELD_NAMES = Set.of("JP", "KR", "CN", "TW", "HK", "MO");

    private Countries() {}

    static String parse(String field, String typed) {
        if (typed.isEmpty()) {
            throw new BadInputException(field, "choose-one");
        }
        if (!ALL.contains(typed)) {
            throw new BadInputException(field, "choose-one");
        }
        return typed;
    }

    /** Code and name of each country, in the order in which it is offered. */
    public static Map<String, String> named(Language language) {
        var order = Collator.getInstance(language.locale());
        Map<String, String> named = new LinkedHashMap<>();
        FIRST.forEach(code -> named.put(code, name(code, language)));
        Arrays.stream(Locale.getISOCountries())
                .filter(code -> !FIRST.contains(code))
                .sorted(Comparator.comparing(code -> name(code, language), order))
                .forEach(code -> named.put(code, name(code, language)));
        return named;
    }

    public static String name(String code, Language language) {
        return Locale.of("", code).getDisplayCountry(language.locale());
    }

    /** Whether names are entered in one field there (M-13). */
    public static boolean writesNamesInOne(String country) {
        return ONE_FIELD_NAMES.contains(country);
    }

    /** Where a day of birth is compared with today; UTC for countries with many zones. */
    public static ZoneId zone(String country) {
        return switch (country) {
            case "JP" -> ZoneId.of("Asia/Tokyo");
            case "KR" -> ZoneId.of("Asia/Seoul");
            case "CN" -> ZoneId.of("Asia/Shanghai");
            case "TW" -> ZoneId.of("Asia/Taipei");
            case "SG" -> ZoneId.of("Asia/Singapore");
            default -> ZoneOffset.UTC;
        };
    }
}
