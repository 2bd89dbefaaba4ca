package keiyaku.payment;

import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;
import keiyaku.shared.MovableClock;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to how members pay: what they may register, and what they have (P-1 to P-5). */
@Component
public class PaymentMethods {

    private final MethodStore store;
    private final Eligibility eligibility;
    private final CardRegistration cards;
    private final Mandates mandates;
    private final VirtualAccounts virtualAccounts;
    private final WalletLinks wallets;
    private final DepositStore approvals;
    private final MethodsInUse use;
    private final Provider provider;
    private final Clock clock;

    PaymentMethods(
            MethodStore store,
            Eligibility eligibility,
            CardRegistration cards,
            Mandates mandates,
            VirtualAccounts virtualAccounts,
            WalletLinks wallets,
            DepositStore approvals,
            MethodsInUse use,
            Provider provider,
            MovableClock clock) {
        this.store = store;
        this.eligibility = eligibility;
        this.cards = cards;
        this.mandates = mandates;
        this.virtualAccounts = virtualAccounts;
        this.wallets = wallets;
        this.approvals = approvals;
        this.use = use;
        this.provider = provider;
        this.clock = clock;
    }

    /** Every kind of method, and why the member may not register it where that is so (P-1). */
    @Transactional(readOnly = true)
    public List<Allowance> allowed(AccountId account) {
        return eligibility.allowances(account);
    }

    /**
     * Throws {@code method-not-allowed} with the reason when the member may not register a kind.
     */
    @Transactional(readOnly = true)
    public void requireAllowed(AccountId account, MethodKind kind) {
        eligibility.requireAllowed(account, kind);
    }

    /**
     * Opens the acquirer's form for a new card.
     *
     * @param merchantOrigin the page that will hold the frame, like https://my.example
     */
    @Transactional(propagation = Propagation.NEVER)
    public CardForm beginCard(AccountId account, Language language, String merchantOrigin) {
        return cards.begin(account, language, merchantOrigin);
    }

    /**
     * Registers the card of a session as the default method; told twice, it is registered once.
     * Refused with {@code card-not-supported}, {@code three-ds-failed} or {@code card-refused}, and
     * with {@code gateway-unavailable} when it can be tried again.
     */
    @Transactional(propagation = Propagation.NEVER)
    public PaymentMethod completeCard(AccountId account, String session) {
        return cards.complete(account, session, null);
    }

    /** As {@link #completeCard}; the new card takes another's place, which is removed (P-5). */
    @Transactional(propagation = Propagation.NEVER)
    public PaymentMethod replaceCard(AccountId account, MethodId replaced, String session) {
        return cards.complete(account, session, replaced);
    }

    /**
     * Asks the bank for permission to debit an account; it pays once the bank has confirmed it.
     * Refused with {@code mandate-refused} or {@code bank-unavailable}.
     *
     * @param holder the account's; in Japan in kana of any width
     */
    @Transactional(propagation = Propagation.NEVER)
    public PaymentMethod requestDebit(AccountId account, BankAccount from, String holder) {
        return mandates.register(account, from, holder);
    }

    /** Whether an account to be debited is named by its IBAN. */
    @Transactional(readOnly = true)
    public boolean debitsByIban() {
        return provider.usesIban();
    }

    /** Changes to deposits into a virtual account, which is the default from now on (P-1, P-8). */
    @Transactional(propagation = Propagation.NEVER)
    public PaymentMethod useDeposit(AccountId account) {
        return virtualAccounts.use(account);
    }

    /**
     * The address of the wallet's login (P-9).
     *
     * @param back where the browser comes back to, with a code and the visit as its state
     */
    @Transactional(propagation = Propagation.NEVER)
    public URI beginWallet(AccountId account, URI back) {
        return wallets.begin(account, back);
    }

    /** Links the wallet whose holder has agreed; told twice, it is linked once. */
    @Transactional(propagation = Propagation.NEVER)
    public PaymentMethod completeWallet(AccountId account, String visit, String code) {
        return wallets.complete(account, visit, code);
    }

    /** An operator lets a business from abroad pay by deposits (P-1). */
    @Transactional
    public void approve(AccountId account, String by) {
        approvals.approve(account, by, clock.instant());
    }

    /** A card whose number the acquirer keeps already, under a token. */
    public record KnownCard(AccountId account, String token, PaymentMethod.Card card) {

        /** A token is as good as money. */
        @Override
        public String toString() {
            return account + " " + card.last4();
        }
    }

    /**
     * Registers cards without a form: those of members taken over from elsewhere, who have no
     * method here yet. All or none.
     */
    @Transactional
    public void takeOver(List<KnownCard> cards) {
        this.cards.takeOver(cards);
    }

    /** The default one first, then the newest. */
    @Transactional(readOnly = true)
    public List<PaymentMethod> of(AccountId account) {
        return store.of(account);
    }

    /** Whether the account has a method that is good today (M-3). */
    @Transactional(readOnly = true)
    public boolean canPay(AccountId account) {
        return canPay(List.of(account)).contains(account);
    }

    /** Those of the accounts that have a method which is good today. */
    @Transactional(readOnly = true)
    public Set<AccountId> canPay(Collection<AccountId> accounts) {
        return accounts.isEmpty() ? Set.of() : store.canPay(accounts, provider.month());
    }

    @Transactional
    public void setDefault(AccountId account, MethodId id) {
        find(store.lock(account), id);
        store.setDefault(account, id);
    }

    /** Removes a method; refused with {@code method-in-use} when contracts are paid by it. */
    @Transactional
    public void remove(AccountId account, MethodId id) {
        var methods = store.lock(account);
        var method = find(methods, id);
        Removal.refusal(methods, method, use.by(account))
                .ifPresent(
                        no -> {
                            throw new RefusedException(no);
                        });
        store.remove(account, id, clock.instant());
        Removal.heir(methods, method).ifPresent(heir -> store.setDefault(account, heir));
    }

    private static PaymentMethod find(List<PaymentMethod> methods, MethodId id) {
        return methods.stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new RefusedException(
                                        Refusal.of("method-unknown", Map.of("method", id + ""))));
    }
}
