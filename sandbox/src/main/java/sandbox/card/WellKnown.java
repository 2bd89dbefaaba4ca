package sandbox.card;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Test numbers that developers know by heart from other gateways; here they do much the same. */
final class WellKnown {
    static final List<TestCard> CARDS =
            List.of(
                    good("4242424242424242", Brand.VISA, "US"),
                    good("4012888888881881", Brand.VISA, "US"),
                    good("5555555555554444", Brand.MASTERCARD, "US"),
                    good("2223003122003222", Brand.MASTERCARD, "US"),
                    good("378282246310005", Brand.AMEX, "US"),
                    good("371449635398431", Brand.AMEX, "US"),
                    good("3566002020360505", Brand.JCB, "JP"),
                    good("3530111333300000", Brand.JCB, "JP"),
                    good("6011111111111117", Brand.DISCOVER, "US"),
                    good("6200000000000005", Brand.UNIONPAY, "CN"),
                    card("30569309025904", Brand.DINERS, Outcome.NOT_ENROLLED, null),
                    card("38520000023237", Brand.DINERS, Outcome.NOT_ENROLLED, null),
                    card("4000000000003220", Brand.VISA, Outcome.CHALLENGE, null),
                    card("4000002760003184", Brand.VISA, Outcome.CHALLENGE, null),
                    card("4000008260003178", Brand.VISA, Outcome.CHALLENGE, "insufficient-funds"),
                    card("4000008400001629", Brand.VISA, Outcome.REJECTED, null),
                    card("4000000000003097", Brand.VISA, Outcome.UNAVAILABLE, null),
                    card("4000000000000002", Brand.VISA, Outcome.FRICTIONLESS, "card-refused"),
                    card("4000000000000341", Brand.VISA, Outcome.FRICTIONLESS, "do-not-honor"),
                    card(
                            "4000000000009995",
                            Brand.VISA,
                            Outcome.FRICTIONLESS,
                            "insufficient-funds"),
                    card("4000000000000069", Brand.VISA, Outcome.FRICTIONLESS, "expired-card"));

    private WellKnown() {}

    private static TestCard good(String number, Brand brand, String country) {
        return new TestCard(number, brand, Outcome.FRICTIONLESS, country, null, "well known");
    }

    private static TestCard card(
            String number, Brand brand, Outcome outcome, @Nullable String later) {
        return new TestCard(number, brand, outcome, "US", later, "well known");
    }
}
