package keiyaku.contract;

import java.time.LocalDate;
import keiyaku.contract.ContractRefusal.NothingToWithdraw;
import keiyaku.contract.Outcome.Fact;
import keiyaku.shared.RefusedException;

/** Taking back what was reserved, until its day (C-7, C-12). */
final class Withdrawals {

    private Withdrawals() {}

    static Outcome convert(Contract contract, LocalDate today) {
        var start = contract.reservations().paidStart();
        if (start == null) {
            throw new RefusedException(new NothingToWithdraw("convert"));
        }
        return Outcome.of(
                contract.withReservations(contract.reservations().withPaidStart(null)),
                today,
                new Fact("paid-start-withdrawn", start.on()));
    }

    static Outcome cancel(Contract contract, LocalDate today) {
        var on = contract.reservations().cancelOn();
        if (on == null) {
            throw new RefusedException(new NothingToWithdraw("cancel"));
        }
        return Outcome.of(
                contract.withReservations(contract.reservations().withCancelOn(null)),
                today,
                new Fact("cancellation-withdrawn", on));
    }
}
