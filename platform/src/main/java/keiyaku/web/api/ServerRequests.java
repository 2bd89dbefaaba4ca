package keiyaku.web.api;

import java.util.List;
import java.util.Optional;
import keiyaku.contract.Action;
import keiyaku.contract.Contract;
import keiyaku.contract.NextChoice;
import keiyaku.contract.OptionChoice;
import keiyaku.contract.ServerOrder;
import keiyaku.payment.MethodKind;
import keiyaku.shared.AccountId;

/** What is asked of server contracts, read from JSON. */
final class ServerRequests {

    private static final int MOST = 20;
    private static final long MOST_DEVICES = 10_000;
    private static final List<MethodKind> PAY =
            List.of(MethodKind.CARD, MethodKind.WALLET, MethodKind.TRANSFER);

    private ServerRequests() {}

    static Action action(String verb, Body body) {
        return switch (verb) {
            case "change-next" ->
                    new Action.ChangeNext(
                            body.optionalTerm("term").orElse(null),
                            options(body).orElse(null),
                            pay(body).orElse(null));
            case "choose-wallet-day" -> new Action.ChooseWalletDay((int) body.number("day", 1, 31));
            case "reset-payment" -> new Action.ResetPayment();
            case "renew" ->
                    new Action.Renew(
                            body.optionalTerm("term").orElse(null),
                            options(body).orElse(null),
                            pay(body).orElseGet(() -> body.missing("pay", MethodKind.CARD)));
            case "name-option" ->
                    new Action.NameOption(
                            (int) body.number("number", 1, MOST_DEVICES), body.text("name"));
            case "add-option" -> new Action.AddOption(option(body));
            case "set-option-renewal" ->
                    new Action.SetOptionRenewal(
                            (int) body.number("number", 1, MOST_DEVICES), body.flag("on"));
            default -> throw new IllegalArgumentException(verb);
        };
    }

    static ServerOrder order(Body body, AccountId account, String address) {
        var offer =
                new Contract.Offer(
                        body.text("product"),
                        body.text("plan"),
                        1,
                        body.text("region"),
                        body.text("platform"));
        return new ServerOrder(
                account,
                offer,
                new NextChoice(body.term("term"), options(body).orElse(List.of())),
                pay(body).orElseGet(() -> body.missing("pay", MethodKind.CARD)),
                ContractRequests.agreed(body, address));
    }

    /** Empty where nothing is said of options, so that they stay as they are. */
    private static Optional<List<OptionChoice>> options(Body body) {
        return body.has("options")
                ? Optional.of(body.list("options", MOST, ServerRequests::option))
                : Optional.empty();
    }

    private static OptionChoice option(Body body) {
        return new OptionChoice(
                body.text("code"),
                body.optionalTerm("term").orElse(null),
                body.optionalNumber("devices", 1, MOST_DEVICES).orElse(1L),
                body.optionalText("name").orElse(null));
    }

    private static Optional<MethodKind> pay(Body body) {
        return body.choice(
                "pay", code -> PAY.stream().filter(kind -> kind.code().equals(code)).findFirst());
    }
}
