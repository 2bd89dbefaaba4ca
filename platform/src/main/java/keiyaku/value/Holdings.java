package keiyaku.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/** What one account holds while its bills are worked out, one after the other. */
final class Holdings {

    private final List<Discount> discounts;
    private final Map<UUID, Credit> credits = new LinkedHashMap<>();

    Holdings(List<Discount> discounts, List<Credit> credits) {
        this.discounts = discounts.stream().sorted(Discount.ORDER).toList();
        credits.stream()
                .sorted(Credit.ORDER_OF_USE)
                .forEach(credit -> this.credits.put(credit.id(), credit));
    }

    static Holdings none() {
        return new Holdings(List.of(), List.of());
    }

    /** In the order in which they are applied. */
    List<Discount> discounts() {
        return discounts;
    }

    /** In the order in which they are used. */
    List<Credit> credits() {
        return List.copyOf(credits.values());
    }

    @Nullable Credit credit(UUID id) {
        return credits.get(id);
    }

    /** Lowers a credit's balance by an amount, or raises it by one below zero. */
    void use(UUID id, Money amount) {
        credits.computeIfPresent(id, (same, c) -> c.withBalance(c.balance().minus(amount)));
    }
}
