package keiyaku.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import keiyaku.contract.ContractRefusal.DeadlinePassed;
import keiyaku.contract.ContractRefusal.NotActive;
import keiyaku.contract.ContractRefusal.RenewalNotOpen;
import keiyaku.contract.ContractRefusal.RenewalUnpaid;
import keiyaku.contract.ContractRefusal.RenewsByItself;
import keiyaku.contract.Outcome.Fact;
import keiyaku.payment.MethodKind;
import keiyaku.shared.RefusedException;

/** The next term of a server contract by hand, from before its end to the grace's (H-11). */
final class HandRenewals {

    private HandRenewals() {}

    static Outcome decide(Contract contract, Action.Renew asked, Sale sale, LocalDate today) {
        var hosting = NextContracts.server(contract);
        requireRunning(contract, today);
        var next = hosting.next();
        if (next != null && !next.paid()) {
            return otherMethod(contract, asked, next, today);
        }
        requireOpen(contract, today);
        var choice = NextContracts.choice(contract, asked.term(), asked.options(), sale);
        var paying = contract.withHosting(paying(hosting, asked.pay()));
        var billed = NextTerms.next(paying, choice, sale);
        var start = contract.requireAgreement().period().end();
        var fact =
                new Fact(
                        "renewal-charged",
                        today,
                        Map.of("from", start.toString(), "pay", asked.pay().code()));
        var after = billed.hosting().withChoice(null);
        return new Outcome(
                contract.withHosting(after), start, billed.charges(), List.of(fact), List.of());
    }

    /** What is charged and unpaid is paid in another way; another choice needs a reset first. */
    private static Outcome otherMethod(
            Contract contract, Action.Renew asked, Upcoming next, LocalDate today) {
        var otherTerm = asked.term() != null && !asked.term().equals(next.agreement().term());
        if (otherTerm || !sameOptions(contract.requireHosting(), asked)) {
            throw refused(new RenewalUnpaid());
        }
        return Outcome.of(
                contract.withHosting(paying(contract.requireHosting(), asked.pay())),
                next.agreement().start(),
                new Fact("method-chosen", today, Map.of("pay", asked.pay().code())));
    }

    private static boolean sameOptions(Hosting hosting, Action.Renew asked) {
        var options = asked.options();
        if (options == null) {
            return true;
        }
        var charged =
                hosting.items().stream()
                        .filter(item -> item.next() != null)
                        .map(OptionItem::option)
                        .sorted()
                        .toList();
        return charged.equals(options.stream().map(OptionChoice::code).sorted().toList());
    }

    /** A card or a wallet goes on by itself from now on; a transfer does not (H-6). */
    private static Hosting paying(Hosting hosting, MethodKind by) {
        return hosting.paying(by, by != MethodKind.TRANSFER);
    }

    private static void requireRunning(Contract contract, LocalDate today) {
        switch (contract.state()) {
            case ACTIVE, SUSPENDED -> {}
            case TRIAL, AWAITING_PAYMENT -> throw refused(new NotActive(contract.state()));
            case ENDED -> {
                var agreement = contract.agreement();
                var through =
                        agreement == null
                                ? today
                                : RenewalDays.graceThrough(
                                        agreement.period(), contract.requireHosting());
                throw refused(
                        through.isBefore(today)
                                ? new DeadlinePassed(through, through.plusDays(1))
                                : new NotActive(contract.state()));
            }
        }
    }

    private static void requireOpen(Contract contract, LocalDate today) {
        var hosting = contract.requireHosting();
        var paidNext = hosting.next();
        var term =
                paidNext == null
                        ? contract.requireAgreement().period()
                        : paidNext.agreement().period();
        var from = RenewalDays.openFrom(term, hosting);
        var through = RenewalDays.graceThrough(term, hosting);
        if (today.isAfter(through)) {
            throw refused(new DeadlinePassed(through, through.plusDays(1)));
        }
        if (paidNext != null || today.isBefore(from)) {
            throw refused(new RenewalNotOpen(from, through));
        }
        if (hosting.renews() && contract.state() == ContractState.ACTIVE) {
            throw refused(new RenewsByItself(RenewalDays.collectedOn(term, hosting)));
        }
    }

    private static RefusedException refused(ContractRefusal why) {
        return new RefusedException(why);
    }
}
