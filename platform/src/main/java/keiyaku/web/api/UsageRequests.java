package keiyaku.web.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.BadInputException;
import keiyaku.shared.ContractId;
import keiyaku.usage.UsageEvent;
import keiyaku.usage.UsageEvents;
import org.jspecify.annotations.Nullable;

/** Reads events of use as they are sent. */
final class UsageRequests {

    private static final int LONGEST_ID = 100;

    private UsageRequests() {}

    /**
     * @param own the account of the login; null: each event names its account
     * @param now the time of events that say none
     */
    static List<UsageEvent> events(Body body, @Nullable AccountId own, Instant now) {
        if (body.length("events") > UsageEvents.MOST) {
            throw new BadInputException("events", "usage-many");
        }
        return body.has("events")
                ? body.list("events", UsageEvents.MOST, event -> event(event, own, now))
                : List.of(event(body, own, now));
    }

    private static UsageEvent event(Body body, @Nullable AccountId own, Instant now) {
        var contract = body.optionalId("contract", "con");
        return new UsageEvent(
                own == null ? account(body) : own,
                id(body),
                body.text("product"),
                contract.map(ContractId::new).orElse(null),
                body.text("meter"),
                body.decimal("quantity").orElseGet(() -> body.missing("quantity", BigDecimal.ONE)),
                body.optionalInstant("time").orElse(now));
    }

    private static AccountId account(Body body) {
        return new AccountId(
                body.optionalId("account", "acc")
                        .orElseGet(() -> body.missing("account", new UUID(0, 0))));
    }

    private static String id(Body body) {
        var id = body.text("id");
        if (id.length() > LONGEST_ID) {
            body.refuse("id", "usage-id");
        }
        return id;
    }
}
