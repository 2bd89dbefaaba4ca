package keiyaku.payment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import keiyaku.payment.MethodStore.Kept;
import keiyaku.payment.gateway.Bank;
import keiyaku.payment.gateway.GatewayUnavailableException;
import keiyaku.payment.gateway.WalletGateway;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.MovableClock;
import org.springframework.stereotype.Component;

/**
 * What a member removed is given back: the permission to its bank, the link to its wallet. It waits
 * for what is still on its way by it.
 */
@Component
class HandingBack {

    private static final Duration AGAIN = Duration.ofHours(1);

    private final MethodStore store;
    private final PaymentStore payments;
    private final Bank bank;
    private final WalletGateway wallet;
    private final Clock clock;

    HandingBack(
            MethodStore store,
            PaymentStore payments,
            Bank bank,
            WalletGateway wallet,
            MovableClock clock) {
        this.store = store;
        this.payments = payments;
        this.bank = bank;
        this.wallet = wallet;
        this.clock = clock;
    }

    /** Asked outside of transactions. */
    void handBack(Kept kept) {
        var method = kept.method();
        var subject = new Subject(method.account().value(), method.id().value());
        if (!payments.inFlight(List.of(method.account())).isEmpty()) {
            store.parkCheck(subject, null, clock.instant().plus(AGAIN));
            return;
        }
        try {
            switch (method.kind()) {
                case DIRECT_DEBIT -> {
                    // A mandate by IBAN is a paper of ours: it is used no more, and that is all.
                    if (!Mandates.isOurs(method)) {
                        bank.revoke(kept.token());
                    }
                }
                case WALLET -> wallet.unlink(kept.token());
                case CARD, DEPOSIT, TRANSFER -> {
                    // Nothing of it is with anybody else.
                }
            }
            store.parkCheck(subject, null, null);
        } catch (GatewayUnavailableException e) {
            store.parkCheck(subject, null, clock.instant().plus(AGAIN));
        }
    }
}
