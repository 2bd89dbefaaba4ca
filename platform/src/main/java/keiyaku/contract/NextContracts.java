package keiyaku.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import keiyaku.contract.ContractRefusal.DeadlinePassed;
import keiyaku.contract.ContractRefusal.NoServerContract;
import keiyaku.contract.ContractRefusal.NotActive;
import keiyaku.contract.ContractRefusal.NotByWallet;
import keiyaku.contract.ContractRefusal.RenewalNotOpen;
import keiyaku.contract.ContractRefusal.WalletDayNotOffered;
import keiyaku.contract.Outcome.Fact;
import keiyaku.payment.MethodKind;
import keiyaku.shared.Period;
import keiyaku.shared.RefusedException;
import org.jspecify.annotations.Nullable;

/** Changing what follows a server contract's term, until its deadline (H-7 to H-10). */
final class NextContracts {

    private NextContracts() {}

    /** Term and options of the next term (H-9); with a method, it goes on by itself again. */
    static Outcome change(Contract contract, Action.ChangeNext asked, Sale sale, LocalDate today) {
        var term = requireActive(contract).period();
        var hosting = contract.requireHosting();
        var by = asked.pay() == null ? hosting.payBy() : asked.pay();
        if (by == MethodKind.TRANSFER) {
            throw refused(
                    new RenewalNotOpen(
                            RenewalDays.openFrom(term, hosting),
                            RenewalDays.graceThrough(term, hosting)));
        }
        requireBefore(hosting.paying(by, true), term, today);
        var choice = choice(contract, asked.term(), asked.options(), sale);
        // What cannot be charged on its day is refused now.
        NextTerms.next(contract, choice, sale);
        return Outcome.of(
                contract.withHosting(hosting.paying(by, true).withChoice(choice)),
                term.end(),
                new Fact(
                        "next-changed",
                        term.end(),
                        Map.of(
                                "term", choice.term().toString(),
                                "options", ServerOrders.codes(choice.options()),
                                "pay", by.code())));
    }

    /** The day on which the wallet is debited; both the old and the new one lie ahead (H-8). */
    static Outcome walletDay(Contract contract, Action.ChooseWalletDay asked, LocalDate today) {
        var term = requireActive(contract).period();
        var hosting = contract.requireHosting();
        if (hosting.payBy() != MethodKind.WALLET || !hosting.renews()) {
            throw refused(new NotByWallet());
        }
        var offered = hosting.rules().wallet().days();
        if (!offered.contains(asked.day())) {
            var list = offered.stream().map(String::valueOf).collect(Collectors.joining(", "));
            throw refused(new WalletDayNotOffered(asked.day(), list));
        }
        requireBefore(hosting, term, today);
        requireBefore(hosting.withWalletDay(asked.day()), term, today);
        return Outcome.of(
                contract.withHosting(hosting.withWalletDay(asked.day())),
                term.end(),
                new Fact("wallet-day-chosen", today, Map.of("day", asked.day() + "")));
    }

    /**
     * Nothing follows by itself any more; what was charged for it and is not paid is taken back.
     */
    static Outcome reset(Contract contract, LocalDate today) {
        var hosting = server(contract);
        if (contract.state() != ContractState.ACTIVE
                && contract.state() != ContractState.SUSPENDED) {
            throw refused(new NotActive(contract.state()));
        }
        var term = contract.requireAgreement().period();
        var stopped =
                hosting.paying(hosting.payBy(), false)
                        .withChoice(null)
                        .told(ServerSchedule.toldBy(term, today));
        var unpaid = ServerCredits.unpaid(hosting);
        var after = stopped;
        for (var invoice : unpaid) {
            after = ServerCredits.without(after, invoice, today);
        }
        return Outcome.of(contract.withHosting(after), today, new Fact("payment-reset", today))
                .voiding(unpaid);
    }

    /** What was asked for; what was left open is as now. */
    static NextChoice choice(
            Contract contract,
            keiyaku.shared.@Nullable Term term,
            @Nullable List<OptionChoice> options,
            Sale sale) {
        var agreement = contract.requireAgreement();
        return new NextChoice(
                term == null ? agreement.term() : term,
                options == null ? asNow(contract, sale) : options);
    }

    private static List<OptionChoice> asNow(Contract contract, Sale sale) {
        var hosting = contract.requireHosting();
        var chosen = hosting.choice();
        if (chosen != null) {
            return chosen.options();
        }
        return hosting.items().stream()
                .filter(item -> item.isRunning() && (item.auto() || !hosting.renews()))
                .filter(item -> sale.product().option(item.option()).isPresent())
                .map(NextContracts::again)
                .toList();
    }

    private static OptionChoice again(OptionItem item) {
        var agreement = item.requireAgreement();
        return new OptionChoice(item.option(), agreement.term(), agreement.quantity(), item.name());
    }

    private static void requireBefore(Hosting hosting, Period term, LocalDate today) {
        var until = RenewalDays.changeableThrough(term, hosting);
        if (hosting.next() != null || today.isAfter(until)) {
            var collected = RenewalDays.collectedOn(term, hosting);
            var charged = hosting.next() != null || today.isAfter(collected);
            throw refused(new DeadlinePassed(until, charged ? term.end() : collected));
        }
    }

    private static Agreement requireActive(Contract contract) {
        server(contract);
        if (contract.state() == ContractState.SUSPENDED) {
            var term = contract.requireAgreement().period();
            var hosting = contract.requireHosting();
            throw refused(
                    new DeadlinePassed(
                            RenewalDays.changeableThrough(term, hosting),
                            ServerSchedule.deletedOn(contract)));
        }
        if (contract.state() != ContractState.ACTIVE) {
            throw refused(new NotActive(contract.state()));
        }
        return contract.requireAgreement();
    }

    static Hosting server(Contract contract) {
        var hosting = contract.hosting();
        if (hosting == null) {
            throw refused(new NoServerContract());
        }
        return hosting;
    }

    private static RefusedException refused(ContractRefusal why) {
        return new RefusedException(why);
    }
}
