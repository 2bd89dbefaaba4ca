package keiyaku.scenario;

import java.util.Map;
import java.util.Set;
import keiyaku.scenario.World.CardAnswer;
import org.springframework.stereotype.Component;

/** card-will: how the sandbox answers the next collections from a member's card. */
@Component
class CardWill implements Verb {

    private static final Map<String, String> ANSWERS =
            Map.of(
                    "approve", "approve",
                    "insufficient-funds", "insufficient-funds",
                    "stolen", "stolen",
                    "expired-card", "expired-card",
                    "timeout", "timeout",
                    "timeout-lost", "timeout-lost",
                    "error", "error");

    private final Cardholder cardholder;

    CardWill(Cardholder cardholder) {
        this.cardholder = cardholder;
    }

    @Override
    public String name() {
        return "card-will";
    }

    @Override
    public Set<String> fields() {
        return Set.of("member", "answer", "times");
    }

    @Override
    public String says() {
        return "how the issuer answers the next collections";
    }

    @Override
    public void perform(World world, Step step) {
        var citizen = world.citizen(step);
        var answer =
                new CardAnswer(
                        step.node().child("answer").oneOf(ANSWERS),
                        step.number("times").orElse(1L).intValue());
        var token = citizen.token();
        if (token == null) {
            citizen.waiting().add(answer);
        } else {
            cardholder.will(token, answer);
        }
    }
}
