package keiyaku.payment;

import keiyaku.payment.Payment.PaidBy;
import keiyaku.payment.gateway.CardGateway;
import keiyaku.payment.gateway.Gateway;
import keiyaku.payment.gateway.WalletGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who takes the money of which kind of method. */
@Component
class Gateways {

    private final CardGateway acquirer;
    private final WalletGateway wallet;

    Gateways(CardGateway acquirer, WalletGateway wallet) {
        this.acquirer = acquirer;
        this.wallet = wallet;
    }

    /** For a payment without a method it is the acquirer that would have been asked. */
    Gateway of(@Nullable PaidBy by) {
        return by != null && by.kind() == MethodKind.WALLET ? wallet : acquirer;
    }

    /** Who has a payment in its hands, for the row. */
    String nameOf(@Nullable PaidBy by) {
        return by != null && by.kind() != MethodKind.CARD && by.kind() != MethodKind.WALLET
                ? "bank"
                : of(by).name();
    }
}
