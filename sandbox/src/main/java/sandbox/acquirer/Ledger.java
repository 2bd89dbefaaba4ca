package sandbox.acquirer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Problem;

/** The payments in the order they came, each as it now stands. */
final class Ledger {
    private static final class Place {
        private final int index;
        private volatile Payment payment;

        private Place(int index, Payment payment) {
            this.index = index;
            this.payment = payment;
        }
    }

    private final Map<String, Place> byId = new ConcurrentHashMap<>();
    private final List<Place> inOrder = new ArrayList<>();

    void put(Payment payment) {
        Place known = byId.get(payment.id());
        if (known != null) {
            known.payment = payment;
            return;
        }
        synchronized (inOrder) {
            var place = new Place(inOrder.size(), payment);
            inOrder.add(place);
            byId.put(payment.id(), place);
        }
    }

    Payment get(String id) {
        return place(id).payment;
    }

    Optional<Payment> find(String id) {
        return Optional.ofNullable(byId.get(id)).map(place -> place.payment);
    }

    /** Changes one payment; nobody else changes it meanwhile. */
    Payment change(String id, UnaryOperator<Payment> how) {
        Place place = place(id);
        synchronized (place) {
            Payment after = how.apply(place.payment);
            place.payment = after;
            return after;
        }
    }

    /** At most {@code limit} payments that came after the one named, oldest first. */
    List<Payment> after(@Nullable String id, int limit) {
        int from = id == null ? 0 : place(id).index + 1;
        synchronized (inOrder) {
            int to = Math.min(inOrder.size(), from + limit);
            return inOrder.subList(from, to).stream().map(place -> place.payment).toList();
        }
    }

    List<Payment> newest(int limit) {
        synchronized (inOrder) {
            int from = Math.max(0, inOrder.size() - limit);
            return inOrder.subList(from, inOrder.size()).reversed().stream()
                    .map(place -> place.payment)
                    .toList();
        }
    }

    /** How many payments stand in each status. */
    Map<String, Long> counts() {
        return byId.values().stream()
                .collect(
                        Collectors.groupingBy(
                                place -> place.payment.status().tag(), Collectors.counting()));
    }

    int size() {
        synchronized (inOrder) {
            return inOrder.size();
        }
    }

    private Place place(String id) {
        Place place = byId.get(id);
        if (place == null) {
            throw Problem.of(404, "unknown-payment", "There is no payment with this id.");
        }
        return place;
    }
}
