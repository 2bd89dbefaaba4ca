package keiyaku.web.contract;

import static java.util.stream.Collectors.counting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import keiyaku.catalog.Catalogs;
import keiyaku.catalog.Form;
import keiyaku.catalog.Product;
import keiyaku.contract.Contracts;
import keiyaku.payment.PaymentMethods;
import keiyaku.web.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The console's first page: where, and what is offered there (C-2). */
@Controller
class ConsoleController {

    private final Catalogs catalogs;
    private final Contracts contracts;
    private final PaymentMethods methods;

    ConsoleController(Catalogs catalogs, Contracts contracts, PaymentMethods methods) {
        this.catalogs = catalogs;
        this.contracts = contracts;
        this.methods = methods;
    }

    @GetMapping("/console")
    ModelAndView products(Page page, HttpServletRequest request, HttpServletResponse response) {
        var account = Asker.account(page);
        var catalog = catalogs.current();
        var place = Place.of(request, catalog);
        if (request.getParameter("region") != null || request.getParameter("platform") != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, place.cookie(request).toString());
            return page.go("/console");
        }
        var running =
                contracts.of(account).stream()
                        .filter(contract -> contract.endedOn() == null)
                        .collect(Collectors.groupingBy(c -> c.offer().product(), counting()));
        var groups = new LinkedHashMap<String, List<ProductCard>>();
        for (var product : catalog.products()) {
            long mine = running.getOrDefault(product.code(), 0L);
            groups.computeIfAbsent(product.category(), c -> new ArrayList<>())
                    .add(card(page, product, place, mine));
        }
        return page.show(
                "contract/products",
                Map.of(
                        "place", place,
                        "regions", Place.regions(catalog),
                        "platforms", Place.platforms(catalog),
                        "groups", groups,
                        "ready", methods.canPay(account)));
    }

    private static ProductCard card(Page page, Product product, Place place, long mine) {
        var price = Prices.cheapest(product.plans()).map(p -> Prices.text(page, p)).orElse("");
        return new ProductCard(
                product.code(),
                Words.name(page, product),
                price,
                product.trialDays().orElse(0),
                place.offers(product) ? "" : elsewhere(page, product),
                product.form() != Form.HOSTING,
                mine);
    }

    private static String elsewhere(Page page, Product product) {
        var regions = product.regions().stream().map(code -> Words.region(page, code)).toList();
        var platforms =
                product.platforms().stream().map(code -> Words.platform(page, code)).toList();
        var comma = page.t("contract.list.comma");
        return page.t(
                "contract.products.elsewhere",
                String.join(comma, regions),
                String.join(comma, platforms));
    }
}
