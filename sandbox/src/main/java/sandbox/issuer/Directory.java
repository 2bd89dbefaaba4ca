package sandbox.issuer;

import java.util.List;
import java.util.UUID;
import sandbox.card.Brand;
import sandbox.card.CardNumber;
import sandbox.card.Outcome;
import sandbox.card.TestCards;
import sandbox.shared.Language;
import sandbox.shared.Problem;
import sandbox.threeds.AuthenticationValue;
import sandbox.threeds.Eci;
import sandbox.threeds.Message;

/** The directory and the issuer's judgement: what an AReq is answered, by the card's number. */
final class Directory {
    private static final List<String> REQUIRED =
            List.of(
                    "threeDSServerTransID",
                    "deviceChannel",
                    "messageCategory",
                    "notificationURL",
                    "threeDSCompInd",
                    "threeDSRequestorURL",
                    "threeDSRequestorAuthenticationInd",
                    "browserAcceptHeader",
                    "browserUserAgent",
                    "browserLanguage",
                    "acquirerBIN",
                    "acquirerMerchantID",
                    "merchantName",
                    "purchaseAmount",
                    "purchaseCurrency",
                    "purchaseExponent");

    /** The answer, and the case that is now open when it is a challenge. */
    record Judged(Message answer, Case.CardFace face, Message request) {
        boolean challenges() {
            return "C".equals(answer.get("transStatus"));
        }
    }

    private Directory() {}

    /** Throws a problem whose code is that of the Erro to answer. */
    static Judged judge(Message request, String acsAddress) {
        if (!request.is("AReq")) {
            throw Problem.of(400, "101", "Message is not AReq");
        }
        REQUIRED.forEach(request::require);
        String digits = request.require("acctNumber");
        if (!CardNumber.plausible(digits)) {
            throw Problem.of(400, "203", "Format of acctNumber is wrong");
        }
        Brand brand =
                Brand.of(digits)
                        .orElseThrow(() -> Problem.of(400, "305", "Card range not recognized"));
        var number = new CardNumber(digits);
        Outcome outcome = TestCards.of(number, brand).outcome();
        if (outcome == Outcome.UNAVAILABLE) {
            throw Problem.of(503, "403", "Transient system failure at the issuer");
        }
        Message known =
                request.with("acsTransID", UUID.randomUUID().toString())
                        .with("dsTransID", UUID.randomUUID().toString())
                        .without("acctNumber", "cardholderName", "cardExpiryDate");
        var face = new Case.CardFace(brand, number.last4(), language(request));
        return new Judged(answer(known, brand, outcome, acsAddress), face, known);
    }

    private static Message answer(Message known, Brand brand, Outcome outcome, String acsAddress) {
        Message answer =
                Message.of("ARes")
                        .with(known, "threeDSServerTransID", "acsTransID", "dsTransID")
                        .with("acsReferenceNumber", "KEIYAKU-SANDBOX-ACS")
                        .with("acsOperatorID", "sandbox")
                        .with("dsReferenceNumber", "KEIYAKU-SANDBOX-DS");
        return switch (outcome) {
            case FRICTIONLESS -> attested(answer, brand, "Y");
            case ATTEMPT -> attested(answer, brand, "A");
            case CHALLENGE ->
                    answer.with("transStatus", "C")
                            .with("acsChallengeMandated", "Y")
                            .with("authenticationType", "02")
                            .with("acsURL", acsAddress + "/" + known.require("acsTransID"));
            // 11 suspected fraud, 13 cardholder not enrolled, 22 technical issue.
            case REJECTED -> stopped(answer, brand, "R", "11");
            case NOT_ENROLLED -> stopped(answer, brand, "U", "13");
            case UNAVAILABLE -> stopped(answer, brand, "U", "22");
        };
    }

    private static Message attested(Message answer, Brand brand, String transStatus) {
        return answer.with("transStatus", transStatus)
                .with("eci", Eci.of(brand, transStatus))
                .with("authenticationValue", AuthenticationValue.next());
    }

    private static Message stopped(Message answer, Brand brand, String transStatus, String reason) {
        return answer.with("transStatus", transStatus)
                .with("eci", Eci.of(brand, transStatus))
                .with("transStatusReason", reason);
    }

    private static Language language(Message request) {
        try {
            return Language.of(request.get("browserLanguage"));
        } catch (Problem unknown) {
            return Language.EN;
        }
    }
}
