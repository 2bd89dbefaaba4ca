package sandbox.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sandbox.Vectors;
import tools.jackson.databind.JsonNode;

class BrandTest {
    private static final JsonNode VECTORS = Vectors.read("card_brands");

    @Test
    void everyBoundaryOfTheRangesIsKept() {
        for (JsonNode boundary : VECTORS.get("boundaries")) {
            String brand = Brand.of(boundary.get("pan").asString()).map(Brand::tag).orElse(null);
            String expected =
                    boundary.get("brand").isNull() ? null : boundary.get("brand").asString();
            assertThat(brand).as(boundary.get("pan").asString()).isEqualTo(expected);
        }
    }

    @Test
    void everyWellKnownTestCardHasItsBrandAndPassesLuhn() {
        for (JsonNode card : VECTORS.get("test_cards")) {
            String number = card.get("pan").asString();
            assertThat(Brand.of(number).map(Brand::tag))
                    .as(number)
                    .hasValue(card.get("brand").asString());
            assertThat(CardNumber.luhn(number)).as(number).isTrue();
        }
    }

    @Test
    void brandsHaveTheLengthsRangesAndCodesOfTheVectors() {
        for (Brand brand : Brand.values()) {
            JsonNode expected = VECTORS.get("brands").get(brand.tag());
            assertThat(brand.codeLength()).as(brand.tag()).isEqualTo(expected.get("cvv").asInt());
            for (JsonNode length : expected.get("lengths")) {
                assertThat(brand.lengths()).as(brand.tag()).contains(length.asInt());
            }
            assertThat(brand.ranges()).hasSameSizeAs(expected.get("ranges"));
        }
    }

    @Test
    void wrongNumbersAreNotPlausible() {
        for (JsonNode wrong : VECTORS.get("negative")) {
            String number = wrong.get("pan").asString();
            assertThat(CardNumber.plausible(number)).as(wrong.get("why").asString()).isFalse();
            assertThat(CardNumber.luhn(number)).isEqualTo(wrong.get("luhn").asBoolean());
        }
    }

    @Test
    void everyPublishedNumberIsRightForItsBrand() {
        assertThat(TestCards.all()).extracting(TestCard::number).doesNotHaveDuplicates();
        for (TestCard card : TestCards.all()) {
            assertThat(CardNumber.plausible(card.number())).as(card.number()).isTrue();
            assertThat(Brand.of(card.number())).as(card.number()).hasValue(card.brand());
            assertThat(card.brand().lengths()).contains(card.number().length());
        }
    }

    @Test
    void dinersAreNeverEnrolled() {
        assertThat(TestCards.all())
                .filteredOn(card -> card.brand() == Brand.DINERS)
                .isNotEmpty()
                .allMatch(card -> card.outcome() == Outcome.NOT_ENROLLED);
    }

    @Test
    void aNumberPrintsMasked() {
        assertThat(new CardNumber("4242424242424242")).hasToString("424242…4242");
    }
}
