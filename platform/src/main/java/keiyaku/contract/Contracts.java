package keiyaku.contract;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keiyaku.catalog.Catalogs;
import keiyaku.catalog.Form;
import keiyaku.catalog.Product;
import keiyaku.contract.ContractRefusal.ContractUnknown;
import keiyaku.contract.ContractRefusal.NameInvalid;
import keiyaku.contract.ContractRefusal.NameTaken;
import keiyaku.contract.ContractRefusal.PaymentMethodRequired;
import keiyaku.contract.ContractRefusal.ProductUnknown;
import keiyaku.contract.ContractRefusal.QuoteExpired;
import keiyaku.contract.ContractRefusal.TrialUsed;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.Ids;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to contracts: applied for, quoted, changed, ended, shown. */
@Component
public class Contracts {

    /** How long a checked name is kept for who checked it (C-4). */
    private static final Duration NAME_HELD = Duration.ofMinutes(15);

    private final ContractStore store;
    private final ChangeStore changes;
    private final WorkspaceStore workspaces;
    private final Writing writing;
    private final Quotes quotes;
    private final Customers customers;
    private final ServerPayments payments;
    private final Catalogs catalogs;
    private final Clock clock;

    Contracts(
            ContractStore store,
            ChangeStore changes,
            WorkspaceStore workspaces,
            Writing writing,
            Quotes quotes,
            Customers customers,
            ServerPayments payments,
            Catalogs catalogs,
            Clock clock) {
        this.payments = payments;
        this.store = store;
        this.changes = changes;
        this.workspaces = workspaces;
        this.writing = writing;
        this.quotes = quotes;
        this.customers = customers;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /**
     * Checks a workspace's name and holds it for 15 minutes for this account.
     *
     * @return the name as it is kept
     * @throws RefusedException name-invalid with the reason, or name-taken
     */
    @Transactional
    public String holdName(AccountId account, Workspace.Kind kind, String typed) {
        var name = WorkspaceRules.normalized(kind, typed);
        WorkspaceRules.nameProblem(kind, name)
                .ifPresent(
                        reason -> {
                            throw refused(new NameInvalid(typed, reason));
                        });
        var now = clock.instant();
        if (!workspaces.hold(name, account, now, now.plus(NAME_HELD))) {
            throw refused(new NameTaken(name));
        }
        return name;
    }

    /** Whether an administrator's password will do; empty when it does, else the reason's key. */
    public Optional<String> passwordProblem(String password) {
        return WorkspaceRules.passwordProblem(password);
    }

    /** Whether an administrator's id will do; empty when it does, else the reason's key. */
    public Optional<String> adminIdProblem(String id) {
        return WorkspaceRules.adminIdProblem(id);
    }

    /** What stands in the way of applying for a product at all, before anything is entered. */
    @Transactional(readOnly = true)
    public Optional<Refusal> obstacle(AccountId account, String productCode) {
        var product = product(productCode);
        if (!customers.canPay(account)) {
            return Optional.of(new PaymentMethodRequired());
        }
        return product.trialDays().isPresent() && changes.trialUsed(account, productCode)
                ? Optional.of(new TrialUsed(productCode))
                : Optional.empty();
    }

    /** Applies for a product: the contract begins today, in its trial where there is one. */
    @Transactional
    public Contract apply(ApplicationForm form, String by) {
        return apply(List.of(form), by).getFirst();
    }

    /** The same for many, such as those taken over from elsewhere: all in this order, or none. */
    @Transactional
    public List<Contract> apply(List<ApplicationForm> forms, String by) {
        var catalog = catalogs.current();
        var accounts = forms.stream().map(ApplicationForm::account).distinct().toList();
        var able = customers.canPay(accounts);
        var known = customers.customers(accounts);
        var outcomes = new ArrayList<Outcome>(forms.size());
        for (var form : forms) {
            var account = form.account();
            var product = product(form.offer().product());
            if (!able.contains(account)) {
                throw refused(new PaymentMethodRequired());
            }
            Applications.check(form, product, catalog);
            var id = new ContractId(Ids.next(clock));
            if (product.trialDays().isPresent() && !changes.useTrial(account, product.code(), id)) {
                throw refused(new TrialUsed(product.code()));
            }
            var sale = new Sale(product, Customers.of(known, account).abroad());
            outcomes.add(Applications.decide(id, form, sale, today(form.zone())));
            keepWorkspace(form, product, id);
        }
        var made = outcomes.stream().map(Outcome::contract).toList();
        workspaces.agree(forms, made.stream().map(Contract::id).toList(), clock.instant());
        writing.insert(outcomes, currency(), by, known);
        return made;
    }

    /** What an action would cost and when, exactly; nothing is changed (C-11). */
    @Transactional(readOnly = true)
    public Quote quote(AccountId account, ContractId id, Action action) {
        var contract = contract(account, id);
        return quotes.quote(contract, action, sale(contract), today(contract.zone()));
    }

    /**
     * Does it.
     *
     * @param fingerprint of the quote that was shown; null: whatever it costs
     * @throws RefusedException quote-expired when it would cost something else by now
     */
    @Transactional
    public Contract perform(
            AccountId account,
            ContractId id,
            Action action,
            @Nullable String fingerprint,
            String by) {
        return perform(account, id, action, fingerprint, new Consent(by, List.of()));
    }

    /**
     * As {@link #perform(AccountId, ContractId, Action, String, String)}, for what may bring
     * options with terms of their own; {@code terms-not-agreed} when those are not agreed to.
     */
    @Transactional
    public Contract perform(
            AccountId account,
            ContractId id,
            Action action,
            @Nullable String fingerprint,
            Consent consent) {
        var contract = store.lock(account, id).orElseThrow(Contracts::unknown);
        var today = today(contract.zone());
        var customer = customers.customer(account);
        var sale = sale(contract, customer);
        if (fingerprint != null
                && !fingerprint.equals(quotes.quote(contract, action, sale, today).fingerprint())) {
            throw refused(new QuoteExpired());
        }
        var outcome = Life.asked(contract, action, sale, today);
        Applications.requireAgreed(
                OptionTerms.of(contract, action, sale.product()),
                consent.agreed(),
                catalogs.current());
        writing.update(
                List.of(new Writing.Step(contract, outcome, consent.by())),
                currency(),
                Map.of(account, customer));
        workspaces.agree(account, id, consent.agreed(), clock.instant());
        payments.chosen(contract, outcome.contract());
        return outcome.contract();
    }

    @Transactional(readOnly = true)
    public Contract contract(AccountId account, ContractId id) {
        return store.contract(account, id).orElseThrow(Contracts::unknown);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Contract> of(AccountId account) {
        return store.ofAccount(account);
    }

    /** What happened to a contract, in order. */
    @Transactional(readOnly = true)
    public List<Change> changes(AccountId account, ContractId id) {
        return changes.of(account, id);
    }

    @Transactional(readOnly = true)
    public Optional<Workspace> workspace(AccountId account, ContractId id) {
        return workspaces.workspace(account, id);
    }

    /** Everything reserved and foreseen of a contract, and what ending it would cost (C-14). */
    @Transactional(readOnly = true)
    public ContractCalendar calendar(AccountId account, ContractId id) {
        var contract = contract(account, id);
        return Calendars.of(contract, sale(contract), today(contract.zone()), quotes);
    }

    private void keepWorkspace(ApplicationForm form, Product product, ContractId id) {
        var workspace = form.workspace();
        if (product.form() == Form.WORKSPACE && workspace != null) {
            var name = holdName(form.account(), workspace.kind(), workspace.name());
            workspaces.give(name, form.account(), id);
            workspaces.insert(form.account(), id, workspace);
        }
    }

    private Product product(String code) {
        return catalogs.current()
                .product(code)
                .orElseThrow(() -> refused(new ProductUnknown(code)));
    }

    private Sale sale(Contract contract) {
        return sale(contract, customers.customer(contract.account()));
    }

    private Sale sale(Contract contract, Customer customer) {
        return new Sale(product(contract.offer().product()), customer.abroad());
    }

    private String currency() {
        return catalogs.current().provider().currency().getCurrencyCode();
    }

    private LocalDate today(ZoneId zone) {
        return clock.instant().atZone(zone).toLocalDate();
    }

    private static RefusedException unknown() {
        return refused(new ContractUnknown());
    }

    private static RefusedException refused(ContractRefusal why) {
        return new RefusedException(why);
    }
}
