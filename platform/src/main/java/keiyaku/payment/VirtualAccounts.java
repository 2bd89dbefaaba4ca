package keiyaku.payment;

import java.util.Objects;
import keiyaku.payment.MethodRegistration.Agreed;
import keiyaku.payment.PaymentMethod.VirtualAccount;
import keiyaku.payment.gateway.Bank;
import keiyaku.payment.gateway.GatewayUnavailableException;
import keiyaku.shared.AccountId;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Accounts at the company's bank, one for each business that pays by deposit (P-8). */
@Component
class VirtualAccounts {

    private final MethodStore store;
    private final DepositStore deposits;
    private final Eligibility eligibility;
    private final MethodRegistration registration;
    private final BankExchange exchange;
    private final Bank bank;
    private final Environment environment;
    private final TransactionOperations transaction;

    VirtualAccounts(
            MethodStore store,
            DepositStore deposits,
            Eligibility eligibility,
            MethodRegistration registration,
            BankExchange exchange,
            Bank bank,
            Environment environment,
            TransactionOperations transaction) {
        this.store = store;
        this.deposits = deposits;
        this.eligibility = eligibility;
        this.registration = registration;
        this.exchange = exchange;
        this.bank = bank;
        this.environment = environment;
        this.transaction = transaction;
    }

    /** Changes to deposits: asked twice, the same account. */
    PaymentMethod use(AccountId account) {
        eligibility.requireAllowed(account, MethodKind.DEPOSIT);
        var virtual = virtual(account);
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            exchange.watch();
                            deposits.insertNumber(virtual.number(), account);
                            return insert(account, virtual);
                        }));
    }

    private PaymentMethod insert(AccountId account, VirtualAccount virtual) {
        for (var method : store.lock(account)) {
            if (method.kind() == MethodKind.DEPOSIT) {
                registration.takeOver(account, method.id());
                return store.find(account, method.id()).orElseThrow();
            }
        }
        return registration.insert(account, new Agreed(virtual, "bank", virtual.number()), true);
    }

    /** Our address for the bank's news; without a server there is none. */
    private String hook() {
        return environment.getProperty("local.server.port") == null
                ? ""
                : environment.getProperty("keiyaku.public-url", "") + "/hooks/bank";
    }

    private VirtualAccount virtual(AccountId account) {
        try {
            var given = bank.virtualAccount(account.toString(), hook());
            return new VirtualAccount(
                    new BankAccount(
                            given.bankCode(),
                            given.bankName(),
                            given.branchCode(),
                            given.branchName(),
                            AccountType.ORDINARY,
                            given.accountNumber()));
        } catch (GatewayUnavailableException e) {
            throw new RefusedException(Refusal.of("bank-unavailable"));
        }
    }
}
