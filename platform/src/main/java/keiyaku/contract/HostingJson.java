package keiyaku.contract;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Term;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The parts of a server contract that are kept as JSON: choices, wishes, terms to come. */
final class HostingJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private HostingJson() {}

    static @Nullable String choice(@Nullable NextChoice choice) {
        if (choice == null) {
            return null;
        }
        var options = choice.options().stream().map(HostingJson::option).toList();
        return JSON.writeValueAsString(
                Map.of("term", choice.term().toString(), "options", options));
    }

    private static Map<String, Object> option(OptionChoice option) {
        var kept = new LinkedHashMap<String, Object>();
        kept.put("code", option.code());
        kept.put("quantity", option.quantity());
        if (option.term() != null) {
            kept.put("term", option.term().toString());
        }
        if (option.name() != null) {
            kept.put("name", option.name());
        }
        return kept;
    }

    static @Nullable NextChoice choice(@Nullable String json) {
        if (json == null) {
            return null;
        }
        var node = JSON.readTree(json);
        List<OptionChoice> options = new ArrayList<>();
        node.required("options")
                .forEach(
                        o ->
                                options.add(
                                        new OptionChoice(
                                                o.required("code").asString(),
                                                term(o),
                                                o.required("quantity").asLong(),
                                                o.has("name") ? o.get("name").asString() : null)));
        return new NextChoice(Term.parse(node.required("term").asString()), options);
    }

    private static @Nullable Term term(JsonNode node) {
        return node.has("term") ? Term.parse(node.get("term").asString()) : null;
    }

    static @Nullable String wish(OptionItem.@Nullable Wish wish) {
        return wish == null
                ? null
                : JSON.writeValueAsString(
                        Map.of("term", wish.term().toString(), "quantity", wish.quantity()));
    }

    static OptionItem.@Nullable Wish wish(@Nullable String json) {
        if (json == null) {
            return null;
        }
        var node = JSON.readTree(json);
        return new OptionItem.Wish(
                Term.parse(node.required("term").asString()), node.required("quantity").asLong());
    }

    static @Nullable String agreement(@Nullable Agreement agreement) {
        return agreement == null ? null : JSON.writeValueAsString(AgreementJson.write(agreement));
    }

    static @Nullable Agreement agreement(@Nullable String json, Currency currency) {
        return json == null ? null : AgreementJson.read(JSON.readTree(json), currency);
    }

    static @Nullable String upcoming(@Nullable Upcoming next) {
        if (next == null) {
            return null;
        }
        var kept = new LinkedHashMap<String, Object>(AgreementJson.write(next.agreement()));
        var invoice = next.invoice();
        if (invoice != null) {
            kept.put("invoice", invoice.value().toString());
        }
        kept.put("paid", next.paid());
        return JSON.writeValueAsString(kept);
    }

    static @Nullable Upcoming upcoming(@Nullable String json, Currency currency) {
        if (json == null) {
            return null;
        }
        var node = JSON.readTree(json);
        return new Upcoming(
                AgreementJson.read(node, currency),
                node.has("invoice")
                        ? new InvoiceId(UUID.fromString(node.get("invoice").asString()))
                        : null,
                node.required("paid").asBoolean());
    }
}
