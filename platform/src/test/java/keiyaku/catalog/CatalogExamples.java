package keiyaku.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import keiyaku.shared.Language;

/** Catalogs for tests: the published example of the format, and a small one. */
final class CatalogExamples {

    private static final String SMALL =
            """
            provider:
              name: {en: Shop}
              country: JP
              zone: Asia/Tokyo
              currency: JPY
              issuer: {name: Shop, registrationNumber: T8000000000001, address: Tokyo}
            tax:
              - {country: JP, category: standard, rate: 10%, from: 2019-10-01}
            products:
              - code: box
                name: {en: Box}
                category: storage
                regions: [JP]
                platforms: [vpc]
                tax: standard
                plans:
                  - {code: one, name: {en: One}, prices: [{term: P1M, amount: 100}]}
            """;

    private CatalogExamples() {}

    static CatalogFile example() {
        return CatalogFile.read("example.yaml", exampleText());
    }

    static String exampleText() {
        try (var stream = CatalogExamples.class.getResourceAsStream("/catalog/example.yaml")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A catalog of one product, with more of it or of the catalog appended. */
    static CatalogFile small(String more) {
        return CatalogFile.read("small.yaml", SMALL + more);
    }

    static CatalogFile small(String written, String instead) {
        return small(written, instead, "");
    }

    static CatalogFile small(String written, String instead, String more) {
        return CatalogFile.read("small.yaml", SMALL.replace(written, instead) + more);
    }

    /** The tree of a catalog with every text by language left out. */
    static Object withoutTexts(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            var kept = new LinkedHashMap<Object, Object>();
            map.forEach(
                    (key, value) -> {
                        if (!isText(value)) {
                            kept.put(key, withoutTexts(value));
                        }
                    });
            return kept;
        }
        return tree instanceof List<?> list
                ? list.stream().map(CatalogExamples::withoutTexts).toList()
                : tree;
    }

    /** Every text by language in the tree of a catalog. */
    static List<Map<?, ?>> texts(Object tree) {
        if (isText(tree)) {
            return List.of((Map<?, ?>) tree);
        }
        var children =
                switch (tree) {
                    case Map<?, ?> map -> List.copyOf(map.values());
                    case List<?> list -> list;
                    default -> List.of();
                };
        return children.stream().flatMap(child -> texts(child).stream()).toList();
    }

    private static boolean isText(Object tree) {
        return tree instanceof Map<?, ?> map
                && map.keySet().stream().allMatch(k -> Language.ofTag(k.toString()).isPresent());
    }
}
