package keiyaku.payment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import keiyaku.shared.Refusal;

/** Whether a method may be removed, and which one is the default then (P-5). */
final class Removal {

    private Removal() {}

    /** The default pays for what is running, so then it can only be replaced. */
    static Optional<Refusal> refusal(PaymentMethod method, boolean running) {
        return method.isDefault() && running
                ? Optional.of(Refusal.of("method-in-use", Map.of("last4", method.means().ending())))
                : Optional.empty();
    }

    /**
     * Who takes the default's place: nobody when another was removed, else the newest.
     *
     * @param methods the account's methods, the newest first after the default
     */
    static Optional<MethodId> heir(List<PaymentMethod> methods, PaymentMethod removed) {
        return removed.isDefault()
                ? methods.stream()
                        .map(PaymentMethod::id)
                        .filter(id -> !id.equals(removed.id()))
                        .findFirst()
                : Optional.empty();
    }
}
