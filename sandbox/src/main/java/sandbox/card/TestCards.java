package sandbox.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The published test numbers. Besides the well-known ones there is a scheme: six digits that say
 * brand and country, zeros, one digit that says what happens, and the check digit.
 */
public final class TestCards {
    private record Issuer(Brand brand, String bin, int length, String country) {}

    private record Fate(Outcome outcome, @Nullable String later, String note) {}

    private static final List<Issuer> ISSUERS =
            List.of(
                    new Issuer(Brand.VISA, "400039", 16, "JP"),
                    new Issuer(Brand.VISA, "400041", 16, "US"),
                    new Issuer(Brand.MASTERCARD, "520039", 16, "JP"),
                    new Issuer(Brand.MASTERCARD, "520041", 16, "GB"),
                    new Issuer(Brand.MASTERCARD, "222139", 16, "JP"),
                    new Issuer(Brand.MASTERCARD, "222141", 16, "KR"),
                    new Issuer(Brand.JCB, "353039", 16, "JP"),
                    new Issuer(Brand.JCB, "353041", 16, "KR"),
                    new Issuer(Brand.AMEX, "374039", 15, "JP"),
                    new Issuer(Brand.AMEX, "374041", 15, "US"),
                    new Issuer(Brand.DINERS, "360039", 14, "JP"),
                    new Issuer(Brand.DINERS, "360041", 14, "US"),
                    new Issuer(Brand.DISCOVER, "601139", 16, "JP"),
                    new Issuer(Brand.DISCOVER, "601141", 16, "US"),
                    new Issuer(Brand.UNIONPAY, "620039", 16, "JP"),
                    new Issuer(Brand.UNIONPAY, "620041", 16, "CN"));

    /** The last digit but one of a number of the scheme is the place in this list. */
    private static final List<Fate> FATES =
            List.of(
                    new Fate(Outcome.FRICTIONLESS, null, "authenticated without a challenge"),
                    new Fate(Outcome.CHALLENGE, null, "the issuer asks for a code"),
                    new Fate(Outcome.REJECTED, null, "the issuer rejects"),
                    new Fate(Outcome.NOT_ENROLLED, null, "the card takes no part in 3-D Secure"),
                    new Fate(Outcome.UNAVAILABLE, null, "the issuer does not answer"),
                    new Fate(Outcome.ATTEMPT, null, "the attempt is attested"),
                    later("insufficient-funds"),
                    later("stolen"),
                    later("expired-card"),
                    later(TestCard.REFUSED_AT_ONCE));

    private static final Map<String, TestCard> ALL =
            all().stream()
                    .collect(Collectors.toUnmodifiableMap(TestCard::number, Function.identity()));

    private TestCards() {}

    private static Fate later(String reason) {
        String note =
                reason.equals(TestCard.REFUSED_AT_ONCE)
                        ? "authenticated, then refused at registration"
                        : "registers, then payments are refused: " + reason;
        return new Fate(Outcome.FRICTIONLESS, reason, note);
    }

    /** Every published number, the well-known ones first. */
    public static List<TestCard> all() {
        var cards = new ArrayList<TestCard>(WellKnown.CARDS);
        for (Issuer issuer : ISSUERS) {
            for (int digit = 0; digit < FATES.size(); digit++) {
                Fate fate = FATES.get(digit);
                boolean dinersAgain =
                        issuer.brand() == Brand.DINERS
                                && fate.later() == null
                                && fate.outcome() != Outcome.NOT_ENROLLED;
                if (!dinersAgain) {
                    cards.add(card(issuer, digit, fate));
                }
            }
        }
        return List.copyOf(cards);
    }

    private static TestCard card(Issuer issuer, int digit, Fate fate) {
        String zeros = "0".repeat(issuer.length() - issuer.bin().length() - 2);
        String number = CardNumber.withCheckDigit(issuer.bin() + zeros + digit);
        Outcome outcome = issuer.brand() == Brand.DINERS ? Outcome.NOT_ENROLLED : fate.outcome();
        return new TestCard(
                number, issuer.brand(), outcome, issuer.country(), fate.later(), fate.note());
    }

    /** What becomes of a number; one that is not published is authenticated without a challenge. */
    public static TestCard of(CardNumber number, Brand brand) {
        TestCard known = ALL.get(number.digits());
        if (known != null) {
            return known;
        }
        Outcome outcome = brand == Brand.DINERS ? Outcome.NOT_ENROLLED : Outcome.FRICTIONLESS;
        return new TestCard(number.digits(), brand, outcome, "JP", null, "not published");
    }
}
