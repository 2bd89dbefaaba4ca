package keiyaku.catalog;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keiyaku.shared.Language;
import keiyaku.shared.Money;
import keiyaku.shared.Text;
import keiyaku.shared.YamlNode;

/** The small values of a catalog, each read from one place in the file. */
final class Values {

    /** Codes stand in addresses, scenarios and file names. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

    private static final int LONGEST_TEXT = 200;
    private static final long LARGEST_AMOUNT = 1_000_000_000_000L;
    private static final int MOST_DECIMALS = 9;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Map<String, Language> LANGUAGES = named(Language.values(), Language::tag);

    private Values() {}

    /** Names for YamlNode.oneOf. */
    static <E> Map<String, E> named(E[] values, Function<E, String> name) {
        return Stream.of(values).collect(Collectors.toUnmodifiableMap(name, e -> e));
    }

    static String code(YamlNode node) {
        var text = node.text();
        if (!CODE.matcher(text).matches()) {
            throw node.error(
                    "'"
                            + text
                            + "' is not a code; use letters, digits, '-', '_' and '.', up to 60");
        }
        return text;
    }

    /** Codes of a list, none twice. */
    static List<String> codes(List<YamlNode> nodes) {
        return distinct(nodes, Values::code).stream().map(Values::code).toList();
    }

    /** The nodes, when none has the name of another; else an error where the second stands. */
    static List<YamlNode> distinct(List<YamlNode> nodes, Function<YamlNode, String> name) {
        var lines = new HashMap<String, Integer>();
        for (var node : nodes) {
            var earlier = lines.put(name.apply(node), node.line());
            if (earlier != null) {
                throw node.error(
                        "'" + name.apply(node) + "' stands here twice; first in line " + earlier);
            }
        }
        return nodes;
    }

    /** A list that must be there and must have something in it. */
    static List<YamlNode> some(YamlNode parent, String key) {
        var list = parent.child(key);
        if (list.list().isEmpty()) {
            throw list.error("'" + key + "' must not be empty");
        }
        return list.list();
    }

    static Text text(YamlNode node) {
        if (!node.isMap()) {
            throw node.error("expected texts by language, such as {en: Lite, ja: ライト}");
        }
        node.refuseUnknown(LANGUAGES.keySet());
        var texts = new EnumMap<Language, String>(Language.class);
        node.map().forEach((tag, text) -> texts.put(language(tag), line(text)));
        if (texts.isEmpty()) {
            throw node.error("a text must be there in one language at least");
        }
        return new Text(texts);
    }

    private static Language language(String tag) {
        return Language.ofTag(tag).orElseThrow();
    }

    /** One line of text that can be shown anywhere. */
    static String line(YamlNode node) {
        var text = node.text().strip();
        if (text.length() > LONGEST_TEXT) {
            throw node.error("a text has at most " + LONGEST_TEXT + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw node.error("a text is one line, without control characters");
        }
        return text;
    }

    static String country(YamlNode node) {
        var text = node.text();
        if (!COUNTRIES.contains(text)) {
            throw node.error("'" + text + "' is not a country; write two letters such as JP or KR");
        }
        return text;
    }

    static ZoneId zone(YamlNode node) {
        var text = node.text();
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw node.error("'" + text + "' is not a time zone; write one such as Asia/Tokyo");
        }
        return ZoneId.of(text);
    }

    static Currency currency(YamlNode node) {
        return node.as(
                text -> {
                    try {
                        return Currency.getInstance(text);
                    } catch (IllegalArgumentException e) {
                        throw new IllegalArgumentException(
                                "'" + text + "' is not a currency; write one such as JPY or KRW",
                                e);
                    }
                });
    }

    /** An amount in minor units, zero or more. */
    static Money amount(YamlNode node, Currency currency) {
        long minor = node.integer();
        if (minor < 0 || minor > LARGEST_AMOUNT) {
            throw node.error(minor + " is not allowed; an amount is 0 to " + LARGEST_AMOUNT);
        }
        return new Money(minor, currency);
    }

    /** A number that may have decimals, zero or more. */
    static BigDecimal decimal(YamlNode node) {
        var text = node.text();
        if (!text.matches("\\d{1,12}(\\.\\d{1," + MOST_DECIMALS + "})?")) {
            throw node.error("'" + text + "' is not a number; write one such as 5 or \"3.2\"");
        }
        return new BigDecimal(text);
    }
}
