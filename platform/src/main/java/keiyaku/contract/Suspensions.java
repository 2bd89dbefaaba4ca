package keiyaku.contract;

import java.time.LocalDate;
import java.util.Optional;
import keiyaku.contract.Outcome.Fact;
import keiyaku.contract.Outcome.Telling;

/**
 * Service stops while an invoice stays unpaid, and goes on when it is paid (B-20). A server
 * contract is paid for before it begins, so its own end and grace take this part (H-12).
 */
final class Suspensions {

    private Suspensions() {}

    static Optional<Outcome> suspend(Contract contract, LocalDate today) {
        if (contract.hosting() != null) {
            return Optional.empty();
        }
        return switch (contract.state()) {
            case ACTIVE ->
                    Optional.of(
                            Outcome.of(
                                    contract.withState(ContractState.SUSPENDED),
                                    today,
                                    new Fact("suspended", today),
                                    Telling.SUSPEND));
            case TRIAL, SUSPENDED, AWAITING_PAYMENT, ENDED -> Optional.empty();
        };
    }

    static Optional<Outcome> resume(Contract contract, LocalDate today) {
        if (contract.hosting() != null) {
            return Optional.empty();
        }
        return switch (contract.state()) {
            case SUSPENDED ->
                    Optional.of(
                            Outcome.of(
                                    contract.withState(ContractState.ACTIVE),
                                    today,
                                    new Fact("resumed", today),
                                    Telling.RESUME));
            case TRIAL, ACTIVE, AWAITING_PAYMENT, ENDED -> Optional.empty();
        };
    }

    /** Unpaid for too long: over, without a further invoice; the claim stays as it is. */
    static Optional<Outcome> end(Contract contract, LocalDate today) {
        if (contract.hosting() != null) {
            return Optional.empty();
        }
        return switch (contract.state()) {
            case ACTIVE, SUSPENDED -> Optional.of(Endings.end(contract, today, "unpaid"));
            case TRIAL, AWAITING_PAYMENT, ENDED -> Optional.empty();
        };
    }
}
