package keiyaku.web.value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import keiyaku.billing.Invoices;
import keiyaku.catalog.Catalogs;
import keiyaku.catalog.Product;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.value.CreditMovement;
import keiyaku.value.Credits;
import keiyaku.value.Discount;
import keiyaku.value.Discounts;
import keiyaku.value.Products;
import keiyaku.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what an account holds into words. */
@Component
class ValueWords {

    private final Credits credits;
    private final Discounts discounts;
    private final Invoices invoices;
    private final Catalogs catalogs;

    ValueWords(Credits credits, Discounts discounts, Invoices invoices, Catalogs catalogs) {
        this.credits = credits;
        this.discounts = discounts;
        this.invoices = invoices;
        this.catalogs = catalogs;
    }

    List<CreditView> credits(AccountId account, Page page) {
        return credits.of(account).stream()
                .map(
                        credit -> {
                            var history = credits.history(account, credit.id());
                            var numbers =
                                    numbers(
                                            account,
                                            history.stream()
                                                    .map(CreditMovement::invoice)
                                                    .filter(Objects::nonNull)
                                                    .toList());
                            return new CreditView(
                                    credit,
                                    products(credit.products(), page),
                                    history.stream()
                                            .map(
                                                    m ->
                                                            line(
                                                                    moved(m.kind(), page),
                                                                    page.money(m.amount()),
                                                                    m.invoice(),
                                                                    numbers))
                                            .toList());
                        })
                .toList();
    }

    List<DiscountView> discounts(AccountId account, Page page) {
        return discounts.of(account).stream()
                .map(
                        discount -> {
                            var history = discounts.history(account, discount.id());
                            var numbers =
                                    numbers(
                                            account,
                                            history.stream()
                                                    .map(Discounts.Applied::invoice)
                                                    .toList());
                            return new DiscountView(
                                    discount,
                                    off(discount.off(), page),
                                    products(discount.products(), page),
                                    history.stream()
                                            .map(
                                                    a ->
                                                            line(
                                                                    page.t("value.applied"),
                                                                    page.money(
                                                                            a.reduction().amount()),
                                                                    a.invoice(),
                                                                    numbers))
                                            .toList());
                        })
                .toList();
    }

    private Map<InvoiceId, String> numbers(AccountId account, List<InvoiceId> ids) {
        return ids.isEmpty() ? new HashMap<>() : invoices.numbers(List.of(account), ids);
    }

    private static HistoryLine line(
            String what,
            String amount,
            @Nullable InvoiceId invoice,
            Map<InvoiceId, String> numbers) {
        return invoice == null
                ? new HistoryLine(what, amount, null, null)
                : new HistoryLine(
                        what, amount, numbers.getOrDefault(invoice, ""), "/my/invoices/" + invoice);
    }

    private static String moved(CreditMovement.Kind kind, Page page) {
        return page.t("value.movement." + kind.code());
    }

    private static String off(Discount.Off off, Page page) {
        return switch (off) {
            case Discount.RateOff rate -> page.formats().rate(rate.rate());
            case Discount.AmountOff amount -> page.money(amount.amount());
        };
    }

    private String products(Products products, Page page) {
        var catalog = catalogs.current();
        return products.codes().isEmpty()
                ? page.t("value.products.all")
                : products.codes().stream()
                        .map(
                                code ->
                                        catalog.product(code)
                                                .map(Product::name)
                                                .map(name -> name.in(page.language()))
                                                .orElse(code))
                        .collect(Collectors.joining(", "));
    }
}
