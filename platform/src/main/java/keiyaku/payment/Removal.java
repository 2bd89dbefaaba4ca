package keiyaku.payment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import keiyaku.shared.Refusal;

/** Whether a method may be removed, and which one is the default then (P-5). */
final class Removal {

    private Removal() {}

    /**
     * The default pays for what is running, and the last of a kind for the contracts that chose it;
     * such a one can only be replaced.
     */
    static Optional<Refusal> refusal(
            List<PaymentMethod> methods, PaymentMethod method, MethodsInUse.Needed needed) {
        var last =
                methods.stream()
                        .filter(other -> !other.id().equals(method.id()))
                        .noneMatch(other -> other.kind() == method.kind());
        var used =
                (method.isDefault() && needed.running())
                        || (last && needed.chosen().contains(method.kind()));
        return used
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
