package keiyaku.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import keiyaku.billing.PaymentTerms;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.MovableClock;
import org.springframework.stereotype.Component;

/**
 * By when is paid that cannot be taken at once: a debit on its day, a deposit by the end of the
 * month after the one of the invoice, as is the custom between businesses in Japan.
 */
@Component
class TermsByMethod implements PaymentTerms {

    private final MethodStore methods;
    private final ContractWayStore ways;
    private final TransferDays transfers;
    private final DebitSchedule schedule;
    private final Clock clock;

    TermsByMethod(
            MethodStore methods,
            ContractWayStore ways,
            TransferDays transfers,
            DebitSchedule schedule,
            MovableClock clock) {
        this.methods = methods;
        this.ways = ways;
        this.transfers = transfers;
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    public Map<AccountId, UnaryOperator<LocalDate>> of(Collection<AccountId> accounts) {
        var terms = new HashMap<AccountId, UnaryOperator<LocalDate>>();
        methods.notAtOnce(accounts)
                .forEach(
                        (account, kind) ->
                                terms.put(
                                        account,
                                        kind == MethodKind.DEPOSIT
                                                ? TermsByMethod::endOfNextMonth
                                                : this::debitDay));
        return terms;
    }

    /** A contract with a way of its own pays as that one does. */
    @Override
    public Map<ContractId, UnaryOperator<LocalDate>> ofContracts(Collection<AccountId> accounts) {
        var terms = new HashMap<ContractId, UnaryOperator<LocalDate>>();
        ways.of(accounts)
                .forEach(
                        (contract, kind) ->
                                terms.put(
                                        contract,
                                        switch (kind) {
                                            case CARD, WALLET -> UnaryOperator.identity();
                                            case TRANSFER -> transfers::lastDay;
                                            case DEPOSIT -> TermsByMethod::endOfNextMonth;
                                            case DIRECT_DEBIT -> this::debitDay;
                                        }));
        return terms;
    }

    private static LocalDate endOfNextMonth(LocalDate issuedOn) {
        var next = issuedOn.plusMonths(1);
        return next.withDayOfMonth(next.lengthOfMonth());
    }

    private LocalDate debitDay(LocalDate issuedOn) {
        var on = schedule.plan(clock.instant()).on();
        return on.isBefore(issuedOn) ? issuedOn : on;
    }
}
