package keiyaku.catalog;

import java.util.Currency;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import keiyaku.shared.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads a product. */
final class ProductReader {

    private static final Set<String> KEYS =
            Set.of(
                    "code",
                    "name",
                    "category",
                    "regions",
                    "platforms",
                    "form",
                    "subAccounts",
                    "trial",
                    "terms",
                    "tax",
                    "invoice",
                    "earlyTermination",
                    "renewal",
                    "plans",
                    "options",
                    "meters");

    private static final Map<String, Form> FORMS = Values.named(Form.values(), Form::code);
    private static final Map<String, InvoiceTiming> TIMINGS =
            Values.named(InvoiceTiming.values(), InvoiceTiming::code);
    private static final int LONGEST_TRIAL = 366;

    private ProductReader() {}

    static Product product(YamlNode node, Currency currency) {
        node.refuseUnknown(KEYS);
        var form = node.optional("form").map(n -> n.oneOf(FORMS)).orElse(Form.NONE);
        var category = node.child("category");
        return new Product(
                Values.code(node.child("code")),
                Values.text(node.child("name")),
                path(category),
                Values.codes(Values.some(node, "regions")),
                Values.codes(Values.some(node, "platforms")),
                form,
                node.optional("subAccounts").map(YamlNode::bool).orElse(false),
                trial(node),
                Values.codes(node.list("terms")),
                Values.code(node.child("tax")),
                node.optional("invoice").map(n -> n.oneOf(TIMINGS)).orElse(InvoiceTiming.AT_ONCE),
                earlyTermination(node),
                PlanReader.plans(Values.some(node, "plans"), currency),
                OptionReader.options(node.list("options"), currency),
                MeterReader.meters(node.list("meters")),
                renewal(node, form));
    }

    /** One code, or several with slashes between. */
    private static String path(YamlNode node) {
        if (!node.text().matches("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*){0,4}")) {
            throw node.error(
                    "'" + node.text() + "' is not a category; write one such as compute/servers");
        }
        return node.text();
    }

    private static OptionalInt trial(YamlNode product) {
        var node = product.optional("trial");
        if (node.isEmpty()) {
            return OptionalInt.empty();
        }
        var text = node.get().text();
        if (!text.matches("P\\d{1,3}D")) {
            throw node.get().error("'" + text + "' is not a trial; write days such as P30D");
        }
        int days = Integer.parseInt(text.substring(1, text.length() - 1));
        if (days < 1 || days > LONGEST_TRIAL) {
            throw node.get().error("a trial is P1D to P" + LONGEST_TRIAL + "D, not " + text);
        }
        return OptionalInt.of(days);
    }

    private static @Nullable EarlyTermination earlyTermination(YamlNode product) {
        var node = product.optional("earlyTermination").orElse(null);
        if (node == null) {
            return null;
        }
        node.refuseUnknown(Set.of("enjoyedDiscount", "remaining"));
        return new EarlyTermination(
                node.bool("enjoyedDiscount"), CatalogReader.share(node.child("remaining")));
    }

    private static @Nullable HostingRenewal renewal(YamlNode product, Form form) {
        var node = product.optional("renewal").orElse(null);
        if (node == null) {
            if (form == Form.HOSTING) {
                throw product.error(
                        "'renewal' is missing; a product with form: hosting needs card, wallet and"
                                + " byHand");
            }
            return null;
        }
        if (form != Form.HOSTING) {
            throw node.error("only a product with form: hosting has 'renewal'");
        }
        node.refuseUnknown(Set.of("card", "wallet", "byHand"));
        return new HostingRenewal(
                card(node.child("card")), wallet(node.child("wallet")), byHand(node));
    }

    private static HostingRenewal.Card card(YamlNode node) {
        node.refuseUnknown(Set.of("day"));
        return new HostingRenewal.Card(dayOfMonth(node.child("day")));
    }

    private static HostingRenewal.Wallet wallet(YamlNode node) {
        node.refuseUnknown(Set.of("days", "changeUntilDaysBefore"));
        var days = Values.distinct(Values.some(node, "days"), YamlNode::text);
        return new HostingRenewal.Wallet(
                days.stream().map(ProductReader::dayOfMonth).toList(),
                node.child("changeUntilDaysBefore").integer(0, 60));
    }

    private static HostingRenewal.ByHand byHand(YamlNode renewal) {
        var node = renewal.child("byHand");
        node.refuseUnknown(Set.of("openDaysBefore", "graceDays"));
        return new HostingRenewal.ByHand(
                node.child("openDaysBefore").integer(1, 366),
                node.child("graceDays").integer(0, 366));
    }

    /** A day that every month has. */
    private static int dayOfMonth(YamlNode node) {
        return node.integer(1, 28);
    }
}
