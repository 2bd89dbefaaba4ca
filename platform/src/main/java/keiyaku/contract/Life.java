package keiyaku.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import keiyaku.contract.Outcome.Fact;

/** What an event of the schedule, or an action that was asked for, does to a contract. */
final class Life {

    private Life() {}

    static Outcome happens(Contract contract, Event event, Sale sale) {
        return switch (event.kind()) {
            case CANCELLATION -> Endings.cancelled(contract, event.on(), sale);
            case PAID_START -> startAsReserved(contract, sale);
            case TRIAL_END -> Endings.end(contract, event.on(), "trial-over");
            case TERM_END -> Renewals.atTermEnd(contract, sale);
            case PART -> Parts.chargeNext(contract, sale, List.of());
            case TRIAL_NOTICE -> notice(contract, event.on());
        };
    }

    static Outcome asked(Contract contract, Action action, Sale sale, LocalDate today) {
        return switch (action) {
            case Action.Convert convert -> PaidStarts.decide(contract, convert, sale, today);
            case Action.SetRenewal renewal -> Renewals.choose(contract, renewal, sale);
            case Action.SetNoRenewal none -> Renewals.chooseNone(contract);
            case Action.Upgrade upgrade -> Upgrades.decide(contract, upgrade, sale, today);
            case Action.Cancel cancel -> Endings.cancel(contract, cancel.on(), sale, today);
            case Action.WithdrawConvert withdraw -> Withdrawals.convert(contract, today);
            case Action.WithdrawCancel withdraw -> Withdrawals.cancel(contract, today);
        };
    }

    private static Outcome startAsReserved(Contract contract, Sale sale) {
        var start = contract.reservations().paidStart();
        if (start == null) {
            throw new IllegalStateException(contract.id() + " has no paid start reserved");
        }
        return PaidStarts.start(contract, start.agreement(), sale);
    }

    private static Outcome notice(Contract contract, LocalDate on) {
        int days = Schedule.noticeDays(contract);
        return Outcome.of(
                contract.told(days),
                on,
                new Fact("trial-ending", on, Map.of("days", Integer.toString(days))));
    }
}
