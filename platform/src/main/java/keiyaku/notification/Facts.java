package keiyaku.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import keiyaku.shared.Language;
import keiyaku.shared.Money;
import keiyaku.shared.Period;
import keiyaku.shared.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Named facts as JSON that keeps their kinds, so that each language can write them its own way. */
final class Facts {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Facts() {}

    static String encode(Map<String, Object> facts) {
        var all = new LinkedHashMap<String, Object>();
        facts.forEach((name, value) -> all.put(name, encoded(name, value)));
        return JSON.writeValueAsString(all);
    }

    private static Object encoded(String name, Object value) {
        return switch (value) {
            case String text -> text;
            case Integer number -> number;
            case Long number -> number;
            case Money money -> Map.of("money", money.minor(), "in", code(money));
            case LocalDate day -> Map.of("date", day.toString());
            case Instant at -> Map.of("instant", at.toString());
            case Period p -> Map.of("from", p.start().toString(), "to", p.end().toString());
            case Text text -> Map.of("text", byTag(text));
            case PagePath page -> Map.of(page.secret() ? "once" : "path", page.path());
            case Secret secret -> Map.of("secret", secret.value());
            default ->
                    throw new IllegalArgumentException(
                            "fact " + name + " is of no kind that messages can write");
        };
    }

    private static String code(Money money) {
        return money.currency().getCurrencyCode();
    }

    private static Map<String, String> byTag(Text text) {
        return text.byLanguage().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().tag(), Map.Entry::getValue));
    }

    /** Each fact as its reader's language writes it; paths with our public address before them. */
    static Map<String, String> words(String json, Wording wording, String publicUrl) {
        var words = new HashMap<String, String>();
        for (var property : JSON.readTree(json).properties()) {
            words.put(property.getKey(), word(property.getValue(), wording, publicUrl));
        }
        return words;
    }

    private static String word(JsonNode fact, Wording wording, String publicUrl) {
        if (fact.isNumber()) {
            return wording.number(fact.asLong());
        }
        if (!fact.isObject()) {
            return fact.asString();
        }
        var kind = fact.propertyNames().iterator().next();
        return switch (kind) {
            case "money", "in" ->
                    wording.money(Money.of(fact.get("money").asLong(), fact.get("in").asString()));
            case "date" -> wording.date(LocalDate.parse(fact.get("date").asString()));
            case "instant" -> wording.instant(Instant.parse(fact.get("instant").asString()));
            case "from", "to" -> wording.period(period(fact));
            case "text" -> text(fact.get("text")).in(wording.language());
            case "path", "once" -> publicUrl + fact.get(kind).asString();
            default -> fact.get("secret").asString();
        };
    }

    private static Period period(JsonNode fact) {
        return new Period(
                LocalDate.parse(fact.get("from").asString()),
                LocalDate.parse(fact.get("to").asString()));
    }

    private static Text text(JsonNode byTag) {
        var texts = new HashMap<Language, String>();
        for (var each : byTag.properties()) {
            texts.put(Language.ofTag(each.getKey()).orElseThrow(), each.getValue().asString());
        }
        return new Text(texts);
    }
}
