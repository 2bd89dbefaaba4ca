package keiyaku.contract;

import java.util.Optional;
import keiyaku.payment.MethodKind;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what is ordered and paid at once: server contracts, their renewal by hand, and more
 * options (H-1, H-5, H-11). What costs nothing at once goes through {@link Contracts}.
 */
@Component
public class Servers {

    private final ServerOrdering ordering;
    private final Contracts contracts;
    private final ServerPayments payments;

    Servers(ServerOrdering ordering, Contracts contracts, ServerPayments payments) {
        this.ordering = ordering;
        this.contracts = contracts;
        this.payments = payments;
    }

    /**
     * What was ordered, and how it stands.
     *
     * @param refusal why the card or the wallet did not pay; the order stands and can be paid in
     *     another way. Null when it is paid, on its way, or awaited by transfer
     */
    public record Ordered(Contract contract, @Nullable Refusal refusal) {}

    /** What an order would cost; nothing is written (C-11). */
    @Transactional(readOnly = true)
    public Quote quote(ServerOrder order) {
        return ordering.quote(order);
    }

    /**
     * Orders a server contract and takes the money by card or wallet; a transfer is awaited.
     * Refused, with nothing ordered, with {@code terms-not-agreed}, {@code region-not-offered},
     * {@code payment-method-required}, {@code wallet-not-linked} or {@code quote-expired}.
     *
     * @param fingerprint of the quote that was shown; null: whatever it costs
     */
    @Transactional(propagation = Propagation.NEVER)
    public Ordered order(ServerOrder order, @Nullable String fingerprint, String by) {
        return taken(ordering.order(order, fingerprint, by), order.pay());
    }

    /**
     * As {@link #order}, without waiting for the money: the run takes it at once. For callers that
     * hold a transaction.
     */
    @Transactional
    public Contract place(ServerOrder order, @Nullable String fingerprint, String by) {
        return ordering.order(order, fingerprint, by);
    }

    /** The next term by hand, or the unpaid one in another way (H-11); taken at once. */
    @Transactional(propagation = Propagation.NEVER)
    public Ordered renew(
            AccountId account,
            ContractId id,
            Action.Renew asked,
            @Nullable String fingerprint,
            Consent consent) {
        return taken(contracts.perform(account, id, asked, fingerprint, consent), asked.pay());
    }

    /** One more option for a running contract, paid by the contract's way (H-2). */
    @Transactional(propagation = Propagation.NEVER)
    public Ordered addOption(
            AccountId account,
            ContractId id,
            Action.AddOption asked,
            @Nullable String fingerprint,
            Consent consent) {
        var after = contracts.perform(account, id, asked, fingerprint, consent);
        return taken(after, after.requireHosting().payBy());
    }

    /** Pays an order, or a renewal, that is open: in the way chosen for it or in another one. */
    @Transactional(propagation = Propagation.NEVER)
    public Ordered pay(AccountId account, ContractId id, MethodKind pay, String by) {
        return taken(ordering.payBy(account, id, pay, by), pay);
    }

    private Ordered taken(Contract contract, MethodKind pay) {
        var account = contract.account();
        var refusal =
                open(contracts.contract(account, contract.id()))
                        .flatMap(invoice -> payments.take(account, invoice, pay));
        return new Ordered(contracts.contract(account, contract.id()), refusal.orElse(null));
    }

    /** The newest invoice on which something stands that is not paid. */
    private static Optional<InvoiceId> open(Contract contract) {
        var unpaid = ServerCredits.unpaid(contract.requireHosting());
        return unpaid.isEmpty() ? Optional.empty() : Optional.of(unpaid.getLast());
    }
}
