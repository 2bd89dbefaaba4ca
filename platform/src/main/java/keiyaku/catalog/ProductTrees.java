package keiyaku.catalog;

import static keiyaku.catalog.Trees.decimal;
import static keiyaku.catalog.Trees.each;
import static keiyaku.catalog.Trees.put;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import keiyaku.shared.Money;
import keiyaku.shared.Term;

/** A product as its file has it; see {@link Trees}. */
final class ProductTrees {

    private ProductTrees() {}

    static Map<String, Object> product(Product product) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("code", product.code());
        tree.put("name", Trees.text(product.name()));
        tree.put("category", product.category());
        tree.put("regions", product.regions());
        tree.put("platforms", product.platforms());
        tree.put("form", product.form().code());
        if (product.subAccounts()) {
            tree.put("subAccounts", true);
        }
        product.trialDays().ifPresent(days -> tree.put("trial", "P" + days + "D"));
        put(tree, "terms", product.terms());
        tree.put("tax", product.taxCategory());
        tree.put("invoice", product.invoice().code());
        if (product.earlyTermination() != null) {
            tree.put("earlyTermination", earlyTermination(product.earlyTermination()));
        }
        if (product.renewal() != null) {
            tree.put("renewal", renewal(product.renewal()));
        }
        put(tree, "plans", each(product.plans(), ProductTrees::plan));
        put(tree, "options", each(product.options(), ProductTrees::option));
        put(tree, "meters", each(product.meters(), ProductTrees::meter));
        return tree;
    }

    private static Map<String, Object> earlyTermination(EarlyTermination fee) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("enjoyedDiscount", fee.enjoyedDiscount());
        tree.put("remaining", fee.remaining().toString());
        return tree;
    }

    private static Map<String, Object> renewal(HostingRenewal renewal) {
        var wallet = new LinkedHashMap<String, Object>();
        wallet.put("days", renewal.wallet().days());
        wallet.put("changeUntilDaysBefore", renewal.wallet().changeUntilDaysBefore());
        var byHand = new LinkedHashMap<String, Object>();
        byHand.put("openDaysBefore", renewal.byHand().openDaysBefore());
        byHand.put("graceDays", renewal.byHand().graceDays());
        var tree = new LinkedHashMap<String, Object>();
        tree.put("card", Map.of("day", renewal.card().day()));
        tree.put("wallet", wallet);
        tree.put("byHand", byHand);
        return tree;
    }

    private static Map<String, Object> plan(Plan plan) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("code", plan.code());
        if (plan.rank() > 0) {
            tree.put("rank", plan.rank());
        }
        tree.put("name", Trees.text(plan.name()));
        if (!plan.features().isEmpty()) {
            tree.put("features", new LinkedHashMap<>(plan.features()));
        }
        put(tree, "prices", each(plan.prices(), ProductTrees::price));
        return tree;
    }

    private static Map<String, Object> price(Price price) {
        var tree = price(price.term(), price.perSeat() ? "seat" : "", price.amount());
        put(tree, "billing", each(price.billing(), Billing::code));
        return tree;
    }

    private static Map<String, Object> price(Term term, String per, Money amount) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("term", term.toString());
        if (!per.isEmpty()) {
            tree.put("per", per);
        }
        tree.put("amount", amount.minor());
        return tree;
    }

    private static Map<String, Object> option(ProductOption option) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("code", option.code());
        tree.put("kind", option.kind().code());
        tree.put("name", Trees.text(option.name()));
        put(tree, "terms", option.terms());
        put(
                tree,
                "prices",
                each(
                        option.prices(),
                        p -> price(p.term(), p.perDevice() ? "device" : "", p.amount())));
        return tree;
    }

    private static Map<String, Object> meter(Meter meter) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("code", meter.code());
        tree.put("name", Trees.text(meter.name()));
        tree.put("unit", meter.unit());
        tree.put("scheme", meter.scheme().code());
        if (meter.free().compareTo(BigDecimal.ZERO) > 0) {
            tree.put("free", decimal(meter.free()));
        }
        switch (meter.scheme()) {
            case Scheme.Flat flat -> tree.put("price", decimal(flat.price()));
            case Scheme.Tiered tiered -> tree.put("tiers", tiers(tiered.tiers()));
            case Scheme.Volume volume -> tree.put("tiers", tiers(volume.tiers()));
            case Scheme.PerPackage packed -> {
                tree.put("size", decimal(packed.size()));
                tree.put("price", decimal(packed.price()));
            }
        }
        return tree;
    }

    private static List<Object> tiers(List<Scheme.Tier> tiers) {
        return each(
                tiers,
                tier -> {
                    var tree = new LinkedHashMap<String, Object>();
                    if (tier.upTo() != null) {
                        tree.put("upTo", decimal(tier.upTo()));
                    }
                    tree.put("price", decimal(tier.price()));
                    return tree;
                });
    }
}
