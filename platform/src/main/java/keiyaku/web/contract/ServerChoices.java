package keiyaku.web.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import keiyaku.catalog.Catalog;
import keiyaku.catalog.Plan;
import keiyaku.catalog.Product;
import keiyaku.catalog.TermsDocument;
import keiyaku.contract.OptionChoice;
import keiyaku.payment.MethodKind;
import keiyaku.payment.PaymentMethod;
import keiyaku.web.Page;
import keiyaku.web.part.Option;
import keiyaku.web.payment.MethodView;

/**
 * What the form of a server contract offers.
 *
 * @param options by field: opt-ssl, opt-backup, …
 * @param ways of paying; empty where that is not asked
 * @param documents to be agreed to, as chosen so far
 */
public record ServerChoices(
        List<Option> terms,
        Map<String, List<Option>> options,
        List<Option> ways,
        List<TermsDocument> documents) {

    static ServerChoices of(
            Page page, Catalog catalog, Product product, Plan plan, List<OptionChoice> chosen) {
        var options = new LinkedHashMap<String, List<Option>>();
        ServerForm.fields(product)
                .forEach((field, all) -> options.put(field, ServerForm.options(page, all)));
        return new ServerChoices(
                ServerForm.terms(page, plan),
                options,
                List.of(),
                ServerForm.documents(catalog, product.terms(), product, chosen));
    }

    ServerChoices without(List<String> agreedBefore) {
        return new ServerChoices(
                terms,
                options,
                ways,
                documents.stream().filter(d -> !agreedBefore.contains(d.code())).toList());
    }

    ServerChoices with(List<Option> payable) {
        return new ServerChoices(terms, options, payable, documents);
    }

    /** Card and wallet with what is registered of them, and, where it can be, transfer. */
    static List<Option> ways(Page page, List<PaymentMethod> methods, boolean transfer) {
        var ways = new ArrayList<Option>();
        ways.add(way(page, methods, MethodKind.CARD));
        ways.add(way(page, methods, MethodKind.WALLET));
        if (transfer) {
            ways.add(
                    new Option(
                            MethodKind.TRANSFER.code(),
                            page.t("contract.server.pay.transfer"),
                            page.t("contract.server.pay.transfer.text"),
                            null,
                            true));
        }
        return ways;
    }

    private static Option way(Page page, List<PaymentMethod> methods, MethodKind kind) {
        var registered = methods.stream().filter(m -> m.kind() == kind).findFirst();
        return new Option(
                kind.code(),
                page.t("contract.server.pay." + kind.code()),
                registered.isPresent()
                        ? page.t("contract.server.pay.renews")
                        : page.t("contract.server.pay." + kind.code() + ".missing"),
                registered.map(m -> MethodView.of(m, page).title()).orElse(null),
                registered.isPresent());
    }
}
