package keiyaku.contract;

import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import keiyaku.catalog.Billing;
import keiyaku.contract.Reservations.PaidStart;
import keiyaku.contract.Reservations.RenewalChoice;
import keiyaku.contract.Reservations.RenewalChoice.Continues;
import keiyaku.contract.Reservations.RenewalChoice.Ends;
import keiyaku.shared.Term;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reservations as they are kept: rare, so one column that is empty for most contracts. */
final class ReservationsJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ReservationsJson() {}

    static @Nullable String write(Reservations reservations) {
        if (reservations.equals(Reservations.NONE)) {
            return null;
        }
        var kept = new LinkedHashMap<String, Object>();
        var start = reservations.paidStart();
        if (start != null) {
            kept.put("paidStart", AgreementJson.write(start.agreement()));
        }
        var cancelOn = reservations.cancelOn();
        if (cancelOn != null) {
            kept.put("cancelOn", cancelOn.toString());
        }
        var renewal = reservations.renewal();
        if (renewal != null) {
            kept.put("renewal", renewal(renewal));
        }
        return JSON.writeValueAsString(kept);
    }

    static Reservations read(@Nullable String json, Currency currency) {
        if (json == null) {
            return Reservations.NONE;
        }
        var node = JSON.readTree(json);
        return new Reservations(
                node.has("paidStart")
                        ? new PaidStart(AgreementJson.read(node.get("paidStart"), currency))
                        : null,
                node.has("cancelOn") ? LocalDate.parse(node.get("cancelOn").asString()) : null,
                node.has("renewal") ? renewal(node.get("renewal")) : null);
    }

    private static Map<String, Object> renewal(RenewalChoice choice) {
        return switch (choice) {
            case Ends ends -> Map.of("ends", true);
            case Continues c ->
                    Map.of(
                            "plan", c.plan(),
                            "term", c.term().toString(),
                            "billing", c.billing().name());
        };
    }

    private static RenewalChoice renewal(JsonNode node) {
        return node.has("ends")
                ? new Ends()
                : new Continues(
                        node.required("plan").asString(),
                        Term.parse(node.required("term").asString()),
                        Billing.valueOf(node.required("billing").asString()));
    }
}
