package keiyaku.web.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keiyaku.catalog.Catalog;
import keiyaku.catalog.OptionPrice;
import keiyaku.catalog.Plan;
import keiyaku.catalog.Price;
import keiyaku.catalog.Product;
import keiyaku.catalog.ProductOption;
import keiyaku.catalog.TermsDocument;
import keiyaku.contract.ApplicationForm.AgreedTerms;
import keiyaku.contract.OptionChoice;
import keiyaku.payment.MethodKind;
import keiyaku.shared.Term;
import keiyaku.web.Form;
import keiyaku.web.Page;
import keiyaku.web.part.Option;

/** What is chosen for a server contract, as fields of a form: term, options, way of paying. */
final class ServerForm {

    static final String PREFIX = "contract.server";

    private static final String BETWEEN = "~";
    private static final long MOST_DEVICES = 10_000;

    private ServerForm() {}

    static Optional<Term> term(String value) {
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(Term.parse(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // nothing that this page offered
        }
    }

    static Optional<MethodKind> pay(Form form) {
        return List.of(MethodKind.CARD, MethodKind.WALLET, MethodKind.TRANSFER).stream()
                .filter(kind -> kind.code().equals(form.text("pay")))
                .findFirst();
    }

    /** The fields of options, one a kind: a product's certificates exclude each other. */
    static Map<String, List<ProductOption>> fields(Product product) {
        var fields = new LinkedHashMap<String, List<ProductOption>>();
        for (var option : product.options()) {
            fields.computeIfAbsent("opt-" + option.kind().code(), k -> new ArrayList<>())
                    .add(option);
        }
        return fields;
    }

    static List<OptionChoice> options(Form form, Product product) {
        var chosen = new ArrayList<OptionChoice>();
        for (var field : fields(product).keySet()) {
            choice(form, field, product).ifPresent(chosen::add);
        }
        return chosen;
    }

    private static Optional<OptionChoice> choice(Form form, String field, Product product) {
        var parts = form.text(field).split(BETWEEN, 2);
        var option = product.option(parts[0]);
        if (option.isEmpty() || parts.length < 2) {
            return Optional.empty();
        }
        var name = option.get().kind() == ProductOption.Kind.SSL ? form.text("name") : "";
        return term(parts[1])
                .map(
                        term ->
                                new OptionChoice(
                                        parts[0],
                                        term,
                                        devices(form, option.get(), term),
                                        name.isEmpty() ? null : name));
    }

    private static long devices(Form form, ProductOption option, Term term) {
        if (!option.price(term).map(OptionPrice::perDevice).orElse(false)) {
            return 1;
        }
        long devices = form.text("devices").isEmpty() ? 1 : form.number("devices");
        if (devices < 1 || devices > MOST_DEVICES) {
            form.reject("devices", "number");
            return 1;
        }
        return devices;
    }

    /** The value that stands for an option on a term. */
    static String value(String code, Term term) {
        return code + BETWEEN + term;
    }

    static List<Option> terms(Page page, Plan plan) {
        return plan.prices().stream()
                .sorted(Comparator.comparing(Price::term))
                .map(
                        price ->
                                new Option(
                                        price.term().toString(),
                                        page.term(price.term()),
                                        saving(page, plan, price),
                                        page.t("contract.price.upfront", price.amount()),
                                        true))
                .toList();
    }

    private static @org.jspecify.annotations.Nullable String saving(
            Page page, Plan plan, Price price) {
        return plan.price(Term.MONTH)
                .map(month -> month.amount().times(price.term().months()).minus(price.amount()))
                .filter(less -> less.isPositive())
                .map(less -> page.t("contract.price.saving", less))
                .orElse(null);
    }

    static List<Option> options(Page page, List<ProductOption> options) {
        var all = new ArrayList<Option>();
        all.add(Option.of("", page.t("contract.server.without")));
        for (var option : options) {
            for (var price : option.prices()) {
                var key = price.perDevice() ? "contract.server.each" : "contract.server.flat";
                all.add(
                        Option.of(
                                value(option.code(), price.term()),
                                page.t(
                                        key,
                                        option.name().in(page.language()),
                                        price.term(),
                                        price.amount())));
            }
        }
        return all;
    }

    /** The documents that go with what is chosen; each is agreed to. */
    static List<TermsDocument> documents(
            Catalog catalog, List<String> ofProduct, Product product, List<OptionChoice> options) {
        var codes = new LinkedHashSet<>(ofProduct);
        for (var option : options) {
            product.option(option.code()).ifPresent(o -> codes.addAll(o.terms()));
        }
        return codes.stream().flatMap(code -> catalog.terms(code).stream()).toList();
    }

    /** What was agreed to; what was not is an error beside it. */
    static List<AgreedTerms> agreed(Form form, List<TermsDocument> documents, String address) {
        var agreed = new ArrayList<AgreedTerms>();
        for (var document : documents) {
            var field = "agree-" + document.code();
            if (form.checked(field)) {
                agreed.add(new AgreedTerms(document.code(), document.version(), address));
            } else {
                form.reject(field, "must-agree");
            }
        }
        return agreed;
    }
}
