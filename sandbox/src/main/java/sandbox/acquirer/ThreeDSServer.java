package sandbox.acquirer;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sandbox.threeds.Link;
import sandbox.threeds.Message;

/** The acquirer's 3-D Secure server: asks the directory about a card (AReq, ARes). */
final class ThreeDSServer {
    private static final DateTimeFormatter PURCHASE_DATE =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final Supplier<URI> directory;
    private final Link link;

    ThreeDSServer(Supplier<URI> directory, Link link) {
        this.directory = directory;
        this.link = link;
    }

    /** Who asks from where: the request's own facts. */
    record Visitor(String returnUrl, String accept, String agent, String ip) {}

    /** The answer of the directory; U without a reason when none comes. */
    Message ask(Message request) {
        try {
            var answer = link.ask(directory.get().resolve("/ds/areq"), request);
            if (answer.is("ARes")) {
                return answer;
            }
        } catch (IOException e) {
            // No answer is an answer too: nobody was authenticated.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Message.of("ARes")
                .with("transStatus", "U")
                .with("threeDSServerTransID", request.require("threeDSServerTransID"))
                .with("dsTransID", UUID.randomUUID().toString());
    }

    static Message request(
            CardSession session, CardForm.Entered entered, CardForm form, Visitor by, Instant now) {
        var terms = session.terms();
        boolean payment = terms.amount() > 0;
        Message request =
                Message.of("AReq")
                        .with("messageCategory", payment ? "01" : "02")
                        .with("deviceChannel", "02")
                        .with("threeDSServerTransID", UUID.randomUUID().toString())
                        .with("threeDSCompInd", "U")
                        .with("threeDSRequestorURL", terms.merchantOrigin())
                        // 01 payment, 04 add card; the mandate (04) asks for a challenge.
                        .with("threeDSRequestorAuthenticationInd", payment ? "01" : "04")
                        .with("threeDSRequestorChallengeInd", payment ? "01" : "04")
                        .with("acctNumber", entered.number().digits())
                        .with(
                                "cardExpiryDate",
                                DateTimeFormatter.ofPattern("yyMM").format(entered.expiry()))
                        .with("cardholderName", latin(entered.holder()))
                        .with("notificationURL", by.returnUrl());
        return merchant(browser(request, form, by, terms), terms, now);
    }

    private static Message browser(
            Message request, CardForm form, Visitor by, CardSession.Terms terms) {
        var facts = form.browser() == null ? CardForm.BrowserFacts.UNKNOWN : form.browser();
        return request.with("browserAcceptHeader", by.accept())
                .with("browserUserAgent", by.agent())
                .with("browserIP", by.ip())
                .with("browserJavascriptEnabled", true)
                .with("browserJavaEnabled", false)
                .with("browserLanguage", terms.language().tag())
                .with("browserColorDepth", matching(facts.colorDepth(), "24", "24|30|32|48"))
                .with("browserScreenHeight", matching(facts.screenHeight(), "0", "[0-9]{1,6}"))
                .with("browserScreenWidth", matching(facts.screenWidth(), "0", "[0-9]{1,6}"))
                .with("browserTZ", matching(facts.timeZone(), "0", "[+-]?[0-9]{1,4}"));
    }

    private static Message merchant(Message request, CardSession.Terms terms, Instant now) {
        Currency currency = Currency.getInstance(terms.currency());
        return request.with("acquirerBIN", "438309")
                .with("acquirerMerchantID", "00002000000")
                .with("mcc", "7372")
                .with("merchantCountryCode", "392")
                .with("merchantName", "Keiyaku")
                .with("purchaseAmount", Long.toString(terms.amount()))
                .with("purchaseCurrency", "%03d".formatted(currency.getNumericCode()))
                .with("purchaseExponent", Integer.toString(currency.getDefaultFractionDigits()))
                .with("purchaseDate", PURCHASE_DATE.format(now))
                .with("transType", "01");
    }

    private static String matching(@Nullable String value, String otherwise, String pattern) {
        return value != null && value.matches(pattern) ? value : otherwise;
    }

    // The field is printable ASCII; a name in other letters is left out.
    private static @Nullable String latin(String name) {
        return name.matches("[ -~]{2,45}") ? name : null;
    }
}
