package keiyaku.web.contract;

import java.util.ArrayList;
import keiyaku.catalog.Product;
import keiyaku.contract.Change;
import keiyaku.shared.Term;
import keiyaku.web.Page;
import keiyaku.web.part.Tone;
import org.jspecify.annotations.Nullable;

/** What the history says of a change. */
final class History {

    private History() {}

    static Tone tone(String type) {
        return switch (type) {
            case "started",
                    "renewed",
                    "upgraded",
                    "resumed",
                    "paid",
                    "option-started",
                    "option-renewed" ->
                    Tone.GOOD;
            case "suspended", "term-over" -> Tone.BAD;
            case "ended",
                    "cancellation-reserved",
                    "trial-ending",
                    "renewal-reminder",
                    "renewal-lapsed",
                    "option-lapsed",
                    "payment-reset" ->
                    Tone.CAUTION;
            default -> Tone.INFO;
        };
    }

    /** Plan, seats, term and way of billing, as far as the change names them; null for none. */
    static @Nullable String details(Page page, Product product, Change change) {
        var facts = change.details();
        var words = new ArrayList<String>();
        var plan = facts.get("plan");
        if (plan != null) {
            words.add(product.plan(plan).map(p -> p.name().in(page.language())).orElse(plan));
        }
        var option = facts.getOrDefault("option", facts.getOrDefault("options", ""));
        for (var code : option.split(", ")) {
            product.option(code).ifPresent(o -> words.add(o.name().in(page.language())));
        }
        var seats = facts.get("seats");
        if (seats != null) {
            words.add(page.t("contract.seats", Long.parseLong(seats)));
        }
        var term = facts.get("term");
        if (term != null) {
            words.add(
                    term.equals("none")
                            ? page.t("contract.renewal.none")
                            : page.term(Term.parse(term)));
        }
        var billing = facts.get("billing");
        if (billing != null && page.has("contract.billing." + billing)) {
            words.add(page.t("contract.billing." + billing));
        }
        var reason = facts.get("reason");
        if (reason != null && page.has("contract.reason." + reason)) {
            words.add(page.t("contract.reason." + reason));
        }
        return words.isEmpty() ? null : String.join(page.t("contract.list.comma"), words);
    }
}
