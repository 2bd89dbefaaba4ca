package keiyaku.web.api;

import java.util.Map;
import keiyaku.contract.Contract;
import keiyaku.contract.NextChoice;
import keiyaku.contract.OptionItem;
import keiyaku.contract.Upcoming;
import org.jspecify.annotations.Nullable;

/** What only server contracts have, as JSON; null for all others. */
final class ServerViews {

    private ServerViews() {}

    static @Nullable Map<String, Object> server(Contract contract) {
        var hosting = contract.hosting();
        if (hosting == null) {
            return null;
        }
        return Views.object(
                "pay", hosting.payBy().code(),
                "renews", hosting.renews(),
                "walletDay", hosting.walletDay() == 0 ? null : hosting.walletDay(),
                "choice", choice(hosting.choice()),
                "next", upcoming(hosting.next()),
                "options", hosting.items().stream().map(ServerViews::option).toList());
    }

    private static @Nullable Map<String, Object> choice(@Nullable NextChoice choice) {
        return choice == null
                ? null
                : Views.object(
                        "term", choice.term(),
                        "options",
                                choice.options().stream()
                                        .map(
                                                o ->
                                                        Views.object(
                                                                "code", o.code(),
                                                                "term", o.term(),
                                                                "devices", o.quantity()))
                                        .toList());
    }

    private static Map<String, Object> option(OptionItem item) {
        var agreement = item.agreement();
        return Views.object(
                "number", item.number(),
                "code", item.option(),
                "kind", item.kind().code(),
                "name", item.name(),
                "renews", item.auto(),
                "term", agreement == null ? null : ContractViews.term(agreement),
                "next", upcoming(item.next()),
                "endedOn", item.endedOn());
    }

    private static @Nullable Map<String, Object> upcoming(@Nullable Upcoming next) {
        return next == null
                ? null
                : Views.object(
                        "term", ContractViews.term(next.agreement()),
                        "paid", next.paid());
    }
}
