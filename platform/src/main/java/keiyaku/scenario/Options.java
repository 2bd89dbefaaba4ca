package keiyaku.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keiyaku.contract.OptionChoice;
import keiyaku.payment.MethodKind;
import keiyaku.shared.Term;
import keiyaku.shared.YamlNode;

/** Reads what steps say of a server contract's options and of how it is paid. */
final class Options {

    private static final Map<String, MethodKind> PAY =
            Map.of(
                    "card", MethodKind.CARD,
                    "wallet", MethodKind.WALLET,
                    "transfer", MethodKind.TRANSFER);

    private static final int MOST_DEVICES = 10_000;

    private Options() {}

    /** Empty where the step says nothing of options. */
    static Optional<List<OptionChoice>> of(Step step) {
        return step.node()
                .optional("options")
                .map(node -> node.list().stream().map(Options::option).toList());
    }

    static Optional<MethodKind> pay(Step step) {
        return step.node().optional("pay").map(node -> node.oneOf(PAY));
    }

    private static OptionChoice option(YamlNode node) {
        node.refuseUnknown(Set.of("code", "term", "devices", "name"));
        return new OptionChoice(
                node.text("code"),
                node.optional("term").map(n -> n.as(Term::parse)).orElse(null),
                node.optional("devices").map(n -> (long) n.integer(1, MOST_DEVICES)).orElse(1L),
                node.optionalText("name").orElse(null));
    }
}
