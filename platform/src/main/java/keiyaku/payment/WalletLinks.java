package keiyaku.payment;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import keiyaku.payment.MethodRegistration.Agreed;
import keiyaku.payment.PaymentMethod.Wallet;
import keiyaku.payment.gateway.GatewayUnavailableException;
import keiyaku.payment.gateway.WalletGateway;
import keiyaku.payment.gateway.WalletGateway.Linked;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.MovableClock;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** From the wallet's own login to a method; the wallet is asked outside of transactions (P-9). */
@Component
class WalletLinks {

    private final MethodStore store;
    private final Eligibility eligibility;
    private final MethodRegistration registration;
    private final WalletGateway wallet;
    private final TransactionOperations transaction;
    private final Clock clock;

    WalletLinks(
            MethodStore store,
            Eligibility eligibility,
            MethodRegistration registration,
            WalletGateway wallet,
            TransactionOperations transaction,
            MovableClock clock) {
        this.store = store;
        this.eligibility = eligibility;
        this.registration = registration;
        this.wallet = wallet;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Where the member logs in; what the wallet sends back counts for this member only. */
    URI begin(AccountId account, URI back) {
        eligibility.requireAllowed(account, MethodKind.WALLET);
        var visit = "wlv_" + Ids.next(clock).toString().replace("-", "");
        transaction.executeWithoutResult(
                status -> store.insertVisit(account, visit, clock.instant()));
        return wallet.login(back, visit);
    }

    PaymentMethod complete(AccountId account, String visit, String code) {
        var known = store.visit(account, visit).orElseThrow(() -> refused("wallet-visit-unknown"));
        if (known.method() != null) {
            return store.find(account, new MethodId(known.method())).orElseThrow();
        }
        var linked = link(code).orElseThrow(() -> refused("wallet-not-linked"));
        var agreed = new Agreed(new Wallet(linked.wallet()), wallet.name(), linked.token());
        var method = registration.register(account, agreed, false);
        transaction.executeWithoutResult(
                status -> store.completeVisit(account, visit, method.id()));
        return method;
    }

    /** The wallet that is linked; refused with {@code wallet-not-linked} when there is none. */
    PaymentMethod linked(AccountId account) {
        return store.of(account).stream()
                .filter(method -> method.kind() == MethodKind.WALLET)
                .findFirst()
                .orElseThrow(() -> refused("wallet-not-linked"));
    }

    private Optional<Linked> link(String code) {
        try {
            return wallet.link(code);
        } catch (GatewayUnavailableException e) {
            throw refused("wallet-unavailable");
        }
    }

    private static RefusedException refused(String code) {
        return new RefusedException(Refusal.of(code));
    }
}
