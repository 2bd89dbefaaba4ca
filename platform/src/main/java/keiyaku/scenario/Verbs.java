package keiyaku.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import keiyaku.shared.YamlNode;
import org.springframework.stereotype.Component;

/** All verbs that this version knows, by name. */
@Component
public class Verbs {

    /** Of the format, but of capabilities that are not here yet. */
    private static final Set<String> LATER =
            Set.of(
                    "order-server",
                    "change-next",
                    "choose-wallet-day",
                    "reset-payment",
                    "renew",
                    "place-order",
                    "recurring-order");

    private final Map<String, Verb> byName = new TreeMap<>();

    Verbs(List<Verb> verbs) {
        verbs.forEach(verb -> byName.put(verb.name(), verb));
    }

    Verb named(YamlNode node) {
        if (LATER.contains(node.text()) && !byName.containsKey(node.text())) {
            throw node.error(
                    "'"
                            + node.text()
                            + "' is a verb of the format, but this version cannot do it yet");
        }
        return node.oneOf(byName);
    }

    /** A line a verb, for the help. */
    public List<String> lines() {
        return byName.values().stream()
                .map(
                        verb ->
                                "%-18s %s (%s)"
                                        .formatted(
                                                verb.name(),
                                                verb.says(),
                                                String.join(
                                                        ", ",
                                                        verb.fields().stream().sorted().toList())))
                .toList();
    }
}
