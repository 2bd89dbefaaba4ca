package keiyaku.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import keiyaku.contract.Outcome.Fact;
import keiyaku.shared.RefusedException;

/** What an event of the schedule, or an action that was asked for, does to a contract. */
final class Life {

    private Life() {}

    static Outcome happens(Contract contract, Event event, Sale sale) {
        return switch (event.kind()) {
            case CANCELLATION -> Endings.cancelled(contract, event.on(), sale);
            case PAID_START -> startAsReserved(contract, sale);
            case TRIAL_END -> Endings.end(contract, event.on(), "trial-over");
            case TERM_END ->
                    contract.hosting() == null
                            ? Renewals.atTermEnd(contract, sale)
                            : ServerLife.termEnd(contract, event.on());
            case RENEWAL -> ServerLife.renewal(contract, event.on(), sale);
            case OPTION_RENEWAL -> ServerLife.optionRenewal(contract, event.on(), sale);
            case OPTION_END -> ServerLife.optionEnd(contract, event.on());
            case GRACE_END -> ServerLife.graceEnd(contract, event.on(), sale);
            case LAPSE -> ServerLife.lapse(contract, event.on());
            case OPTION_LAPSE -> ServerLife.optionLapse(contract, event.on());
            case REMINDER -> ServerLife.reminder(contract, event.on());
            case PART -> Parts.chargeNext(contract, sale, List.of());
            case TRIAL_NOTICE -> notice(contract, event.on());
        };
    }

    static Outcome asked(Contract contract, Action action, Sale sale, LocalDate today) {
        return switch (action) {
            case Action.Convert convert -> PaidStarts.decide(contract, convert, sale, today);
            case Action.SetRenewal renewal -> Renewals.choose(plain(contract), renewal, sale);
            case Action.SetNoRenewal none -> Renewals.chooseNone(plain(contract));
            case Action.Upgrade upgrade -> Upgrades.decide(plain(contract), upgrade, sale, today);
            case Action.Cancel cancel -> Endings.cancel(contract, cancel.on(), sale, today);
            case Action.WithdrawConvert withdraw -> Withdrawals.convert(contract, today);
            case Action.WithdrawCancel withdraw -> Withdrawals.cancel(contract, today);
            case Action.ChangeNext change -> NextContracts.change(contract, change, sale, today);
            case Action.ChooseWalletDay day -> NextContracts.walletDay(contract, day, today);
            case Action.ResetPayment reset -> NextContracts.reset(contract, today);
            case Action.Renew renew -> HandRenewals.decide(contract, renew, sale, today);
            case Action.AddOption add -> OptionChanges.add(contract, add, sale, today);
            case Action.NameOption name -> OptionChanges.name(contract, name, today);
            case Action.SetOptionRenewal renewal ->
                    OptionChanges.setRenewal(contract, renewal, today);
        };
    }

    /** A server contract goes on by its own rules (H-9), not by those of C-9 and C-10. */
    private static Contract plain(Contract contract) {
        if (contract.hosting() != null) {
            throw new RefusedException(new ContractRefusal.ServerContract());
        }
        return contract;
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
