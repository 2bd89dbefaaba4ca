package keiyaku.scenario;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import keiyaku.shared.Ids;
import keiyaku.shared.MovableClock;
import keiyaku.shared.YamlNode;
import keiyaku.usage.UsageEvent;
import keiyaku.usage.UsageEvents;
import org.springframework.stereotype.Component;

/** use: the product's meter tells what the member used, at the step's time unless said (B-7). */
@Component
class UseProduct implements Verb {

    private static final LocalTime NOON = LocalTime.of(12, 0);

    private final UsageEvents events;
    private final MovableClock clock;

    UseProduct(UsageEvents events, MovableClock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "use";
    }

    @Override
    public Set<String> fields() {
        return Set.of("member", "product", "meter", "quantity", "id", "time");
    }

    @Override
    public String says() {
        return "what the member used; the same id counts once, time is when if it comes late";
    }

    @Override
    public void perform(World world, Step step) {
        events.take(
                List.of(
                        new UsageEvent(
                                world.citizen(step).account(),
                                step.optionalText("id").orElseGet(() -> Ids.next(clock) + ""),
                                step.text("product"),
                                null,
                                step.text("meter"),
                                step.node().child("quantity").as(UseProduct::quantity),
                                step.node()
                                        .optional("time")
                                        .map(node -> time(node, step))
                                        .orElse(step.at()))));
    }

    private static BigDecimal quantity(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no quantity; write 12 or 0.25", e);
        }
    }

    private static Instant time(YamlNode node, Step step) {
        return node.as(
                text -> {
                    try {
                        return text.length() == "2026-01-31".length()
                                ? LocalDate.parse(text).atTime(NOON).atZone(step.zone()).toInstant()
                                : OffsetDateTime.parse(text).toInstant();
                    } catch (DateTimeException e) {
                        throw new IllegalArgumentException(
                                "'" + text + "' is no time; write 2026-01-31", e);
                    }
                });
    }
}
