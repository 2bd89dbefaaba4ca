package keiyaku.payment.gateway;

import java.io.IOException;
import java.util.Optional;
import keiyaku.payment.gateway.Connection.Answer;
import keiyaku.payment.gateway.Outcome.Refused;
import keiyaku.payment.gateway.Outcome.Unknown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an answer, or none, says about money. Whatever is in doubt is unknown, never refused. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    @FunctionalInterface
    interface Call {
        Answer make() throws IOException;
    }

    static Outcome outcome(Call call) {
        try {
            var answer = call.make();
            return answer.status() < 300 ? taken(answer) : notTaken(answer);
        } catch (IOException | GatewayUnavailableException e) {
            LOG.warn("outcome unknown: {}", e.getMessage());
            return new Unknown(String.valueOf(e.getMessage()));
        }
    }

    static Optional<Outcome> lookup(Call call) {
        try {
            var answer = call.make();
            if (answer.status() == 404) {
                return Optional.empty();
            }
            if (answer.status() < 300) {
                return Optional.of(taken(answer));
            }
            return Optional.of(new Unknown("the look-up was answered " + answer.status()));
        } catch (IOException | GatewayUnavailableException e) {
            LOG.warn("still unknown: {}", e.getMessage());
            return Optional.of(new Unknown(String.valueOf(e.getMessage())));
        }
    }

    private static Outcome taken(Answer answer) {
        return Wire.read(answer.body(), Wire.Payment.class).outcome();
    }

    /**
     * Only an answer about this very request refuses it. Our key being wrong (401, 403), too many
     * calls (429), a fault over there (5xx), the request being under way (409 in-progress) or its
     * key known from another (422 key-reused) say nothing about the money.
     */
    private static Outcome notTaken(Answer answer) {
        var code = Wire.problemCode(answer.body());
        return switch (answer.status()) {
            case 404 -> new Refused(code, true);
            case 409 ->
                    code.equals("in-progress") ? unknown(answer, code) : new Refused(code, false);
            case 400, 422 ->
                    code.equals("key-reused") ? unknown(answer, code) : new Refused(code, false);
            default -> unknown(answer, code);
        };
    }

    private static Unknown unknown(Answer answer, String code) {
        LOG.warn("outcome unknown: the answer was {} {}", answer.status(), code);
        return new Unknown(answer.status() + " " + code);
    }
}
