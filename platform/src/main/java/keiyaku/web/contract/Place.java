package keiyaku.web.contract;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import keiyaku.catalog.Catalog;
import keiyaku.catalog.Product;
import org.springframework.http.ResponseCookie;

/** Where somebody looks for products: chosen in the console, kept in a cookie for a year (C-2). */
public record Place(String region, String platform) {

    private static final String COOKIE = "place";
    private static final Duration YEAR = Duration.ofDays(365);

    static List<String> regions(Catalog catalog) {
        var home = catalog.provider().country();
        var all = new LinkedHashSet<String>();
        catalog.products().stream()
                .flatMap(product -> product.regions().stream())
                .filter(home::equals)
                .forEach(all::add);
        catalog.products().forEach(product -> all.addAll(product.regions()));
        return List.copyOf(all);
    }

    static List<String> platforms(Catalog catalog) {
        var all = new LinkedHashSet<String>();
        catalog.products().forEach(product -> all.addAll(product.platforms()));
        return List.copyOf(all);
    }

    /** What is asked for, or else what was chosen, or else the first that is offered. */
    static Place of(HttpServletRequest request, Catalog catalog) {
        var kept = kept(request).split("\\.", 2);
        return new Place(
                first(regions(catalog), request.getParameter("region"), kept[0]),
                first(
                        platforms(catalog),
                        request.getParameter("platform"),
                        kept.length > 1 ? kept[1] : ""));
    }

    boolean offers(Product product) {
        return product.regions().contains(region) && product.platforms().contains(platform);
    }

    ResponseCookie cookie(HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, region + "." + platform)
                .path("/")
                .maxAge(YEAR)
                .sameSite("Lax")
                .httpOnly(true)
                .secure(request.isSecure())
                .build();
    }

    private static String kept(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(cookie -> Objects.requireNonNullElse(cookie.getValue(), ""))
                        .findFirst()
                        .orElse("");
    }

    private static String first(
            List<String> known, @org.jspecify.annotations.Nullable String asked, String kept) {
        return Stream.of(Objects.requireNonNullElse(asked, ""), kept)
                .filter(known::contains)
                .findFirst()
                .orElseGet(() -> known.isEmpty() ? "" : known.getFirst());
    }
}
