package keiyaku.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import keiyaku.shared.Period;
import keiyaku.shared.Rate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** B-9, B-19: tax once per rate and invoice; the published cases of Japan's qualified invoice. */
class InvoicingTest {

    private static final Currency YEN = Currency.getInstance("JPY");
    private static final Map<String, Rate> RATES =
            Map.of(
                    "0",
                    Rate.ZERO,
                    "8",
                    Rate.parse("8%"),
                    "10",
                    Rate.parse("10%"),
                    "outside",
                    Rate.ZERO);

    @Test
    void publishedCasesOfTaxRounding() throws Exception {
        int checked = 0;
        try (var in = getClass().getResourceAsStream("/vectors/jp_tax_rounding.json")) {
            for (var test : JsonMapper.shared().readTree(in).required("cases")) {
                if (test.required("mode").asString().equals("EXCLUSIVE")) {
                    assertCase(test);
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(5);
    }

    private static void assertCase(JsonNode test) {
        var charges = new ArrayList<Charge>();
        var lines = test.required("lines");
        for (int i = 0; i < lines.path("repeat").asInt(0); i++) {
            charges.add(
                    charge(lines.required("rate").asString(), lines.required("amount").asLong()));
        }
        for (var line : lines.isArray() ? lines : JsonMapper.shared().createArrayNode()) {
            charges.add(charge(line.required("rate").asString(), line.required("amount").asLong()));
        }
        var amounts = Invoicing.amounts(YEN, charges, List.of(), RATES::get);
        var expected = test.required("expected").required("FLOOR");
        assertThat(amounts.total().minor())
                .as(test.required("name").asString())
                .isEqualTo(expected.required("total").asLong());
        for (var rate : expected.required("byRate")) {
            var line =
                    amounts.taxes().stream()
                            .filter(t -> t.category().equals(rate.required("rate").asString()))
                            .findFirst()
                            .orElseThrow();
            assertThat(line.net().minor()).isEqualTo(rate.required("net").asLong());
            assertThat(line.tax().minor()).isEqualTo(rate.required("tax").asLong());
        }
    }

    /** The example of scenario.md: -175 at 10 % and a fee of 2,233 outside make 2,041. */
    @Test
    void aCreditIsRoundedTowardZero() {
        var amounts =
                Invoicing.amounts(
                        YEN,
                        List.of(charge("10", -175), charge("outside", 2233)),
                        List.of(),
                        RATES::get);
        assertThat(amounts.subtotal()).isEqualTo(yen(2058));
        assertThat(amounts.tax()).isEqualTo(yen(-17));
        assertThat(amounts.total()).isEqualTo(yen(2041));
    }

    private static Charge charge(String category, long amount) {
        return new Charge(
                new AccountId(new UUID(0, 1)),
                null,
                "works",
                ChargeKind.ONE_OFF,
                "lite",
                new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-02-01")),
                1,
                category,
                new Computation.WholePeriod(yen(amount), 1),
                0);
    }

    private static Money yen(long amount) {
        return new Money(amount, YEN);
    }
}
