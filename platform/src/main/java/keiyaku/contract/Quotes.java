package keiyaku.contract;

import java.time.LocalDate;
import java.util.List;
import keiyaku.billing.Charge;
import keiyaku.billing.InvoiceAmounts;
import keiyaku.billing.InvoiceDraft;
import keiyaku.billing.Invoices;
import keiyaku.billing.Payer;
import keiyaku.contract.Event.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out what an action would do, with the rules that will do it (C-11, C-14). */
@Component
class Quotes {

    private static final Payer NOBODY = new Payer("", "", keiyaku.shared.Language.EN);

    private final Invoices invoices;

    Quotes(Invoices invoices) {
        this.invoices = invoices;
    }

    Quote quote(Contract contract, Action action, Sale sale, LocalDate today) {
        var outcome = Life.asked(contract, action, sale, today);
        var kind = reservedKind(action);
        if (kind == null || (outcome.effectiveOn().equals(today) && !isRenewal(action))) {
            return quote(contract, outcome, sale, today);
        }
        return Forecast.first(outcome.contract(), sale, step -> step.event().kind() == kind)
                .map(step -> quote(contract, step, sale))
                .orElseGet(() -> quote(contract, outcome, sale, today));
    }

    @Nullable InvoiceAmounts amounts(Contract contract, List<Charge> charges, LocalDate on) {
        return charges.isEmpty()
                ? null
                : invoices.preview(
                        new InvoiceDraft(
                                contract.account(),
                                NOBODY,
                                charges.getFirst().amount().currency(),
                                contract.zone(),
                                on,
                                charges));
    }

    /** What an order comes to: all of it is due at once (H-1). */
    Quote ordered(Outcome outcome, Sale sale, LocalDate today) {
        return quote(outcome.contract(), outcome, sale, today);
    }

    /** What a server contract goes on with is charged days before it begins (H-7). */
    private Quote quote(Contract contract, Forecast.Step step, Sale sale) {
        var quote = quote(contract, step.outcome(), sale, step.event().on());
        return step.event().kind() == Kind.RENEWAL
                ? new Quote(
                        quote.effectiveOn(), quote.charges(), quote.amounts(), step.event().on())
                : quote;
    }

    private Quote quote(Contract contract, Outcome outcome, Sale sale, LocalDate on) {
        return new Quote(
                outcome.effectiveOn(),
                outcome.charges(),
                amounts(contract, outcome.charges(), on),
                Forecast.nextCharge(ServerLife.goingWell(outcome.contract(), on), sale)
                        .orElse(null));
    }

    /** The event by which a reserved action takes effect. */
    private static @Nullable Kind reservedKind(Action action) {
        return switch (action) {
            case Action.Convert convert -> Kind.PAID_START;
            case Action.SetRenewal renewal -> Kind.TERM_END;
            case Action.SetNoRenewal none -> Kind.TERM_END;
            case Action.Cancel cancel -> Kind.CANCELLATION;
            case Action.Upgrade upgrade -> null;
            case Action.WithdrawConvert withdraw -> null;
            case Action.WithdrawCancel withdraw -> null;
            case Action.ChangeNext change -> Kind.RENEWAL;
            case Action.ChooseWalletDay day -> Kind.RENEWAL;
            case Action.ResetPayment reset -> null;
            case Action.Renew renew -> null;
            case Action.AddOption add -> null;
            case Action.NameOption name -> null;
            case Action.SetOptionRenewal renewal -> null;
        };
    }

    private static boolean isRenewal(Action action) {
        return action instanceof Action.SetRenewal
                || action instanceof Action.SetNoRenewal
                || action instanceof Action.ChangeNext
                || action instanceof Action.ChooseWalletDay;
    }
}
