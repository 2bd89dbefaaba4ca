package keiyaku.scenario;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import keiyaku.catalog.Billing;
import keiyaku.contract.Action;
import keiyaku.contract.OptionChoice;
import keiyaku.payment.MethodKind;
import keiyaku.shared.Term;
import keiyaku.shared.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads an action on a contract from a step's fields; the same for the deed and its quote. */
enum Actions {
    CONVERT("convert", Set.of("term", "billing", "on")) {
        @Override
        Action read(Step step) {
            return new Action.Convert(
                    step.term("term").orElse(Term.MONTH),
                    billing(step),
                    step.dayOr("on", step.day()));
        }
    },
    SET_RENEWAL("set-renewal", Set.of("plan", "term", "billing", "none")) {
        @Override
        Action read(Step step) {
            if (step.node().optional("none").map(YamlNode::bool).orElse(false)) {
                return new Action.SetNoRenewal();
            }
            return new Action.SetRenewal(
                    step.optionalText("plan").orElse(null),
                    step.term("term").orElse(Term.MONTH),
                    billing(step));
        }
    },
    UPGRADE("upgrade", Set.of("plan", "seats", "term", "billing")) {
        @Override
        Action read(Step step) {
            return new Action.Upgrade(
                    step.optionalText("plan").orElse(null),
                    step.number("seats").orElse(null),
                    step.term("term").orElse(null),
                    billing(step));
        }
    },
    CANCEL("cancel", Set.of("on")) {
        @Override
        Action read(Step step) {
            return new Action.Cancel(step.dayOr("on", step.day()));
        }
    },
    WITHDRAW("withdraw", Set.of("what")) {
        @Override
        Action read(Step step) {
            return step.node()
                    .child("what")
                    .oneOf(
                            Map.<String, Action>of(
                                    "cancel", new Action.WithdrawCancel(),
                                    "convert", new Action.WithdrawConvert()));
        }
    },
    CHANGE_NEXT("change-next", Set.of("term", "options", "pay")) {
        @Override
        Action read(Step step) {
            return new Action.ChangeNext(
                    step.term("term").orElse(null),
                    Options.of(step).orElse(null),
                    Options.pay(step).orElse(null));
        }
    },
    CHOOSE_WALLET_DAY("choose-wallet-day", Set.of("day")) {
        @Override
        Action read(Step step) {
            return new Action.ChooseWalletDay(step.node().child("day").integer(1, 31));
        }
    },
    RESET_PAYMENT("reset-payment", Set.of()) {
        @Override
        Action read(Step step) {
            return new Action.ResetPayment();
        }
    },
    RENEW("renew", Set.of("term", "options", "pay")) {
        @Override
        Action read(Step step) {
            return new Action.Renew(
                    step.term("term").orElse(null),
                    Options.of(step).orElse(null),
                    Options.pay(step).orElse(MethodKind.CARD));
        }
    },
    ADD_OPTION("add-option", Set.of("option", "term", "devices", "name")) {
        @Override
        Action read(Step step) {
            return new Action.AddOption(
                    new OptionChoice(
                            step.text("option"),
                            step.term("term").orElse(null),
                            step.number("devices").orElse(1L),
                            step.optionalText("name").orElse(null)));
        }
    },
    NAME_OPTION("name-option", Set.of("number", "name")) {
        @Override
        Action read(Step step) {
            return new Action.NameOption(
                    step.node().child("number").integer(1, 10_000), step.text("name"));
        }
    },
    SET_OPTION_RENEWAL("set-option-renewal", Set.of("number", "on")) {
        @Override
        Action read(Step step) {
            return new Action.SetOptionRenewal(
                    step.node().child("number").integer(1, 10_000), step.node().bool("on"));
        }
    };

    private final String verb;
    private final Set<String> fields;

    Actions(String verb, Set<String> fields) {
        this.verb = verb;
        this.fields = fields;
    }

    abstract Action read(Step step);

    String verb() {
        return verb;
    }

    Set<String> fields() {
        return fields;
    }

    static Map<String, Actions> byVerb() {
        var all = new LinkedHashMap<String, Actions>();
        Arrays.stream(values()).forEach(action -> all.put(action.verb, action));
        return all;
    }

    static Set<String> allFields() {
        var all = new TreeSet<String>();
        Arrays.stream(values()).forEach(action -> all.addAll(action.fields));
        return all;
    }

    private static @Nullable Billing billing(Step step) {
        return step.node()
                .optional("billing")
                .map(
                        node ->
                                node.oneOf(
                                        Map.of(
                                                "monthly", Billing.MONTHLY,
                                                "upfront", Billing.UPFRONT)))
                .orElse(null);
    }
}
