package keiyaku.web.api;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import keiyaku.catalog.Billing;
import keiyaku.contract.Action;
import keiyaku.contract.ApplicationForm;
import keiyaku.contract.Contract;
import keiyaku.contract.Workspace;
import keiyaku.shared.AccountId;
import org.jspecify.annotations.Nullable;

/** What is asked of contracts, read from JSON. */
final class ContractRequests {

    /** The verbs, as in addresses and in a quote's action. */
    static final List<String> VERBS =
            List.of(
                    "convert",
                    "set-renewal",
                    "upgrade",
                    "cancel",
                    "withdraw",
                    "change-next",
                    "choose-wallet-day",
                    "reset-payment",
                    "renew",
                    "add-option",
                    "set-option-renewal",
                    "name-option");

    /** Options that come with these have terms of their own. */
    private static final List<String> TAKING_TERMS = List.of("change-next", "renew", "add-option");

    private static final long MOST_SEATS = 1_000_000;
    private static final int MOST_TERMS = 20;

    private ContractRequests() {}

    /** An action, and the fingerprint of the quote that was shown, where one was. */
    record Asked(Action action, @Nullable String quote, List<ApplicationForm.AgreedTerms> agreed) {}

    static Asked asked(String verb, Body body, String address) {
        return new Asked(
                action(verb, body),
                body.optionalText("quote").orElse(null),
                TAKING_TERMS.contains(verb) ? agreed(body, address) : List.of());
    }

    static Action quoted(Body body) {
        var verb = body.choice("action", code -> Optional.of(code).filter(VERBS::contains));
        return action(verb.orElseGet(() -> body.missing("action", "withdraw")), body);
    }

    private static Action action(String verb, Body body) {
        return switch (verb) {
            case "convert" -> new Action.Convert(body.term("term"), billing(body), body.day("on"));
            case "set-renewal" -> renewal(body);
            case "upgrade" ->
                    new Action.Upgrade(
                            body.optionalText("plan").orElse(null),
                            body.optionalNumber("seats", 1, MOST_SEATS).orElse(null),
                            body.optionalTerm("term").orElse(null),
                            billing(body));
            case "cancel" -> new Action.Cancel(body.day("on"));
            case "withdraw" -> withdraw(body);
            case "change-next",
                    "choose-wallet-day",
                    "reset-payment",
                    "renew",
                    "add-option",
                    "set-option-renewal",
                    "name-option" ->
                    ServerRequests.action(verb, body);
            default -> throw new IllegalArgumentException(verb);
        };
    }

    private static Action renewal(Body body) {
        if (body.flag("none")) {
            return new Action.SetNoRenewal();
        }
        return new Action.SetRenewal(
                body.optionalText("plan").orElse(null), body.term("term"), billing(body));
    }

    private static Action withdraw(Body body) {
        var what =
                body.choice(
                        "what",
                        code -> Optional.of(code).filter(List.of("convert", "cancel")::contains));
        return what.orElseGet(() -> body.missing("what", "cancel")).equals("convert")
                ? new Action.WithdrawConvert()
                : new Action.WithdrawCancel();
    }

    private static @Nullable Billing billing(Body body) {
        return body.choice(
                        "billing",
                        code ->
                                Arrays.stream(Billing.values())
                                        .filter(b -> b.code().equals(code))
                                        .findFirst())
                .orElse(null);
    }

    static ApplicationForm application(Body body, AccountId account, ZoneId zone, String address) {
        var offer =
                new Contract.Offer(
                        body.text("product"),
                        body.text("plan"),
                        body.optionalNumber("seats", 1, MOST_SEATS).orElse(1L),
                        body.text("region"),
                        body.text("platform"));
        return new ApplicationForm(
                account,
                offer,
                zone,
                body.object("workspace", ContractRequests::workspace),
                body.secret("adminPassword"),
                agreed(body, address));
    }

    static List<ApplicationForm.AgreedTerms> agreed(Body body, String address) {
        return body.list(
                "agreed",
                MOST_TERMS,
                agreed ->
                        new ApplicationForm.AgreedTerms(
                                agreed.text("code"), agreed.text("version"), address));
    }

    private static Workspace workspace(Body body) {
        var kind =
                body.choice(
                        "kind",
                        code ->
                                Arrays.stream(Workspace.Kind.values())
                                        .filter(k -> k.code().equals(code))
                                        .findFirst());
        return new Workspace(
                kind.orElseGet(() -> body.missing("kind", Workspace.Kind.GROUP)),
                body.text("name"),
                body.text("adminId"),
                body.text("company"),
                body.text("phone"));
    }
}
