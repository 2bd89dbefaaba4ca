package keiyaku.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import keiyaku.payment.MethodTable.Condition;
import keiyaku.payment.MethodTable.Row;
import keiyaku.payment.MethodTable.When;
import keiyaku.shared.YamlDocument;
import keiyaku.shared.YamlNode;

/** Reads the table of methods; what is wrong in it is told by its line. */
final class MethodTableReader {

    private static final String OURS = "/payment/methods.yaml";
    private static final Map<String, Boolean> RESIDENCES =
            Map.of("domestic", true, "foreign", false);
    private static final Map<String, Boolean> MEMBERS =
            Map.of("business", true, "individual", false);

    /** A condition that does not hold is its own reason. */
    private static final Map<When, String> REASONS =
            Map.of(
                    When.ALWAYS, "",
                    When.AFTER_AUTO_DEBIT, "auto-debit-first",
                    When.ONCE_APPROVED, "approval-needed");

    private MethodTableReader() {}

    /** The file that is named, or, when its name is empty, the table that comes with us. */
    static MethodTable read(String file) {
        return table(
                file.isBlank()
                        ? YamlDocument.read("methods.yaml", ours())
                        : YamlDocument.read(Path.of(file)));
    }

    private static String ours() {
        try (var stream = MethodTableReader.class.getResourceAsStream(OURS)) {
            if (stream == null) {
                throw new IllegalStateException(OURS + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MethodTable table(YamlNode root) {
        root.refuseUnknown(Set.of("methods", "cards"));
        var rows = new HashMap<Row, Condition>();
        for (var line : root.list("methods")) {
            line.refuseUnknown(Set.of("residence", "member", "method", "when", "because"));
            if (rows.put(row(line), condition(line)) != null) {
                throw line.error("this member and method stand in the table twice");
            }
        }
        var cards = root.child("cards");
        cards.refuseUnknown(RESIDENCES.keySet());
        return new MethodTable(
                rows, cardTerms(cards.child("domestic")), cardTerms(cards.child("foreign")));
    }

    private static Row row(YamlNode line) {
        return new Row(
                line.child("residence").oneOf(RESIDENCES),
                line.child("member").oneOf(MEMBERS),
                line.child("method").oneOf(byCode(MethodKind.values())));
    }

    private static Condition condition(YamlNode line) {
        var when = line.child("when").oneOf(byCode(When.values()));
        var reason = REASONS.get(when);
        return new Condition(when, reason == null ? line.text("because") : reason);
    }

    private static CardTerms cardTerms(YamlNode node) {
        node.refuseUnknown(Set.of("brands", "issued", "three-ds"));
        return new CardTerms(
                node.list("brands").stream()
                        .map(brand -> brand.oneOf(byCode(CardBrand.values())))
                        .collect(Collectors.toSet()),
                node.child("issued").oneOf(Map.of("abroad", true, "anywhere", false)),
                node.child("three-ds").oneOf(Map.of("required", true, "if-enrolled", false)));
    }

    private static <E extends Enum<E>> Map<String, E> byCode(E[] values) {
        return java.util.Arrays.stream(values)
                .collect(
                        Collectors.toMap(
                                value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                value -> value));
    }
}
