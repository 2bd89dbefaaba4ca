package keiyaku.payment.gateway;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The acquirer's JSON, read into our words. A field that we do not know is no fault. */
final class Wire {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private Wire() {}

    record Opened(String id, String frameUrl) {}

    record Card(
            String brand,
            String bin,
            String last4,
            int expiryMonth,
            int expiryYear,
            String issuerCountry) {}

    record ThreeDS(
            String transStatus,
            @Nullable String eci,
            @Nullable String dsTransId,
            @Nullable String threeDSServerTransId,
            @Nullable String version,
            boolean enrolled) {}

    record Session(
            String id,
            String status,
            @Nullable String failureCode,
            @Nullable String token,
            @Nullable Card card,
            @Nullable ThreeDS threeDS) {

        CardSession inOurWords() {
            return new CardSession(
                    id,
                    CardSession.Status.valueOf(status.toUpperCase(Locale.ROOT)),
                    failureCode,
                    token,
                    card == null ? null : card(card),
                    threeDS == null ? null : threeDS(threeDS));
        }

        private static CardSession.Card card(Card card) {
            return new CardSession.Card(
                    card.brand(),
                    card.bin(),
                    card.last4(),
                    YearMonth.of(card.expiryYear(), card.expiryMonth()),
                    card.issuerCountry());
        }

        private static CardSession.ThreeDS threeDS(ThreeDS result) {
            return new CardSession.ThreeDS(
                    result.transStatus(),
                    result.eci(),
                    result.dsTransId(),
                    result.threeDSServerTransId(),
                    result.version(),
                    result.enrolled());
        }
    }

    record Payment(
            String id,
            String status,
            @Nullable String reason,
            boolean hard,
            long capturedAmount,
            long refundedAmount) {

        Outcome outcome() {
            return switch (status) {
                case "authorized" -> new Outcome.Authorized(id);
                case "captured" -> new Outcome.Captured(id);
                case "voided" -> new Outcome.Released(id);
                case "refused" -> new Outcome.Refused(reason == null ? "refused" : reason, hard);
                default -> new Outcome.Unknown("status " + status);
            };
        }
    }

    record Dispute(
            String id,
            String payment,
            String reference,
            long amount,
            long fee,
            String currency,
            String reason,
            String status) {

        CardGateway.DisputeNow inOurWords() {
            return new CardGateway.DisputeNow(
                    id,
                    payment,
                    reference,
                    Money.of(amount, currency),
                    Money.of(fee, currency),
                    reason,
                    status);
        }
    }

    record Refunds(String id, String reference, String currency, long refundedAmount) {

        CardGateway.PaymentNow inOurWords() {
            return new CardGateway.PaymentNow(id, reference, Money.of(refundedAmount, currency));
        }
    }

    record Numbered(long number) {}

    record Settlements(List<Numbered> data) {}

    record Problem(@Nullable String code) {}

    static byte[] write(Map<String, Object> body) {
        return JSON.writeValueAsBytes(body);
    }

    /** An answer that is not of the agreed shape is no answer. */
    static <T> T read(String body, Class<T> type) {
        try {
            var value = JSON.readValue(body, type);
            if (value == null) {
                throw new GatewayUnavailableException("the acquirer's answer is empty");
            }
            return value;
        } catch (JacksonException e) {
            // The message of the cause may quote the body.
            throw new GatewayUnavailableException(
                    "the acquirer's answer is no " + type.getSimpleName());
        }
    }

    static String problemCode(String body) {
        try {
            var code = read(body, Problem.class).code();
            return code == null ? "refused" : code;
        } catch (GatewayUnavailableException e) {
            return "refused";
        }
    }
}
