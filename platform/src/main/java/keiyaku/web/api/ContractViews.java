package keiyaku.web.api;

import java.util.Map;
import keiyaku.contract.Agreement;
import keiyaku.contract.Contract;
import keiyaku.contract.ContractCalendar;
import keiyaku.contract.Quote;
import keiyaku.contract.Reservations;
import keiyaku.contract.Reservations.RenewalChoice;
import keiyaku.web.billing.InvoiceWords;
import org.jspecify.annotations.Nullable;

/** Contracts, quotes and calendars as JSON. */
final class ContractViews {

    private ContractViews() {}

    static Map<String, Object> contract(Contract contract) {
        var trial = contract.trial();
        var agreement = contract.agreement();
        return Views.object(
                "object", "contract",
                "id", contract.id(),
                "state", contract.state().code(),
                "product", contract.offer().product(),
                "plan", contract.offer().plan(),
                "seats", contract.offer().seats(),
                "region", contract.offer().region(),
                "platform", contract.offer().platform(),
                "zone", contract.zone(),
                "appliedOn", contract.appliedOn(),
                "trial", trial == null ? null : Views.period(trial),
                "term", agreement == null ? null : term(agreement),
                "reservations", reservations(contract.reservations()),
                "endedOn", contract.endedOn(),
                "server", ServerViews.server(contract));
    }

    static Map<String, Object> term(Agreement agreement) {
        return Views.object(
                "from", agreement.period().start(),
                "to", agreement.period().lastDay(),
                "length", agreement.term(),
                "billing", agreement.billing().code(),
                "currency", agreement.unitPrice().currency(),
                "unitPrice", agreement.unitPrice(),
                "quantity", agreement.quantity(),
                "price", agreement.price());
    }

    private static Map<String, Object> reservations(Reservations reservations) {
        var start = reservations.paidStart();
        return Views.object(
                "paidStart", start == null ? null : term(start.agreement()),
                "cancelOn", reservations.cancelOn(),
                "renewal", renewal(reservations.renewal()));
    }

    private static @Nullable Map<String, Object> renewal(@Nullable RenewalChoice choice) {
        return switch (choice) {
            case null -> null;
            case RenewalChoice.Ends ends -> Views.object("none", true);
            case RenewalChoice.Continues next ->
                    Views.object(
                            "plan", next.plan(),
                            "term", next.term(),
                            "billing", next.billing().code());
        };
    }

    static Map<String, Object> quote(Quote quote, InvoiceWords words) {
        var amounts = quote.amounts();
        return Views.object(
                "object", "quote",
                "fingerprint", quote.fingerprint(),
                "effectiveOn", quote.effectiveOn(),
                "lines", quote.charges().stream().map(c -> Views.line(c, words)).toList(),
                "amounts", amounts == null ? null : Views.amounts(amounts),
                "nextChargeOn", quote.nextChargeOn());
    }

    static Map<String, Object> calendar(ContractCalendar calendar) {
        return Views.object(
                "object", "calendar",
                "entries",
                        calendar.entries().stream()
                                .map(
                                        e ->
                                                Views.object(
                                                        "on", e.on(),
                                                        "what", e.what(),
                                                        "total", e.total(),
                                                        "reserved", e.reserved(),
                                                        "options",
                                                                e.options().isEmpty()
                                                                        ? null
                                                                        : e.options()))
                                .toList(),
                "endDays",
                        calendar.endDays().stream()
                                .map(
                                        e ->
                                                Views.object(
                                                        "on", e.on(),
                                                        "total", e.total(),
                                                        "withFee", e.withFee()))
                                .toList());
    }
}
