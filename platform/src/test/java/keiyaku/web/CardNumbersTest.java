package keiyaku.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is taken for a card's number and what is not (P-3). */
class CardNumbersTest {

    static Stream<JsonNode> testCards() throws IOException {
        return vectors().get("test_cards").valueStream();
    }

    static Stream<JsonNode> noCards() throws IOException {
        return vectors().get("negative").valueStream();
    }

    static Stream<JsonNode> boundaries() throws IOException {
        return vectors().get("boundaries").valueStream();
    }

    @ParameterizedTest
    @MethodSource("testCards")
    void publishedTestCardsAreFoundHoweverTheyAreWritten(JsonNode card) {
        var pan = card.get("pan").asString();
        var spaced = pan.replaceAll("(.{4})", "$1 ").strip();
        var wide = pan.chars().mapToObj(c -> "" + (char) (c - '0' + '\uFF10')).toList();
        for (var written :
                List.of(
                        pan,
                        "my card is " + pan + ", thanks",
                        "カードは" + pan + "です",
                        spaced,
                        spaced.replace(' ', '-'),
                        spaced.replace(" ", "\u3000"),
                        String.join("", wide),
                        "{\"note\":\"" + pan + "\"}",
                        "{\"note\":" + pan + "}",
                        "03-1234-5678 " + pan)) {
            assertThat(CardNumbers.in(written)).as(written).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("noCards")
    void wrongNumbersAreNoCards(JsonNode number) {
        assertThat(CardNumbers.in(number.get("pan").asString())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("boundaries")
    void brandsEndWhereTheyEnd(JsonNode boundary) {
        var brand = CardBrand.of(boundary.get("pan").asString());
        assertThat(brand.map(b -> b.name().toLowerCase(java.util.Locale.ROOT)).orElse(null))
                .isEqualTo(boundary.get("brand").asString(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+81 90-1234-5678",
                "+376 312 345 678 901",
                "090-1234-5678 03-1234-5678",
                "4111111111116",
                "7000012050002",
                "T7000012050002",
                "2025-11-05 2025-12-04",
                "20251105143000",
                "1762322400000",
                "018f4242-4242-7242-8242-424242424242",
                "con_4242424242424242",
                "4242424242424242a",
                "42424242424242424242",
                "INV-2025-000131",
                "3782 822463 10006",
                "2300 yen, 2500 yen"
            })
    void whatElseHasManyDigitsIsNoCard(String text) {
        assertThat(CardNumbers.in(text)).isFalse();
    }

    private static JsonNode vectors() throws IOException {
        var file = new ClassPathResource("vectors/card_brands.json");
        try (var stream = file.getInputStream()) {
            return JsonMapper.shared().readTree(stream);
        }
    }
}
