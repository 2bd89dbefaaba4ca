package keiyaku.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource
    void aChangeIsSaidValueByValue(String written, String instead, List<String> lines) {
        var before = CatalogExamples.example();
        var text = CatalogExamples.exampleText();
        assertThat(text).contains(written);
        var after = CatalogFile.read("after.yaml", text.replace(written, instead));
        var diff = Comparison.of(before.catalog(), after.catalog(), LocalDate.of(2026, 1, 1));
        assertThat(diff.lines()).containsExactlyElementsOf(lines);
    }

    static Stream<Arguments> aChangeIsSaidValueByValue() {
        return Stream.of(
                Arguments.of("amount: 450}", "amount: 450.0}".replace(".0", ""), List.of()),
                Arguments.of("price: \"3.2\"", "price: \"3.20\"", List.of()),
                Arguments.of("name: {en: Lite, ja: ライト}", "name: {ja: ライト, en: Lite}", List.of()),
                Arguments.of(
                        "amount: 4320, billing: [monthly, upfront]",
                        "amount: 4500, billing: [upfront]",
                        List.of(
                                "~ product works",
                                "    plans.lite.prices.P1Y.amount: 4320 → 4500",
                                "    plans.lite.prices.P1Y.billing: monthly, upfront → upfront")),
                Arguments.of(
                        "{storage: 1 TB, video-meeting: true, archive: false}",
                        "{video-meeting: true, storage: 1 TB, archive: false}",
                        List.of(
                                "~ product works",
                                "    plans.basic.features: storage, video-meeting, archive →"
                                        + " video-meeting, storage, archive")),
                Arguments.of(
                        "rate: 8%, from: 2019-10-01",
                        "rate: 8%, from: 2027-04-01",
                        List.of(
                                "+ tax JP/reduced/2027-04-01",
                                "- tax JP/reduced/2019-10-01 (no longer offered; kept in"
                                        + " history)")),
                Arguments.of(
                        "          - {term: P3Y, amount: 17820}\n",
                        "",
                        List.of(
                                "~ product server",
                                "    plans.standard.prices: P1M, P3M, P6M, P1Y, P2Y, P3Y → P1M,"
                                        + " P3M, P6M, P1Y, P2Y",
                                "    plans.standard.prices.P3Y.term: P3Y → (none)",
                                "    plans.standard.prices.P3Y.amount: 17820 → (none)")),
                Arguments.of(
                        "code: works-terms, version: 2026-01, title: {en: Works terms of service,",
                        "code: works-terms, version: 2026-02, title: {en: Works terms,",
                        List.of(
                                "~ terms works-terms",
                                "    version: 2026-01 → 2026-02",
                                "    title.en: Works terms of service → Works terms")));
    }
}
