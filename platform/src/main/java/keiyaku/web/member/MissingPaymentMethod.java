package keiyaku.web.member;

import java.util.List;
import keiyaku.payment.PaymentMethods;
import keiyaku.shared.AccountId;
import keiyaku.web.MissingParts;
import keiyaku.web.SignedIn.Missing;
import org.springframework.stereotype.Component;

/** M-3: without a way to pay everything can be looked at and nothing applied for. */
@Component
class MissingPaymentMethod implements MissingParts {

    private static final List<Missing> MISSING =
            List.of(
                    new Missing(
                            "member.missing.payment-method",
                            "member.missing.payment-method.link",
                            "/my/payment-methods"));

    private final PaymentMethods methods;

    MissingPaymentMethod(PaymentMethods methods) {
        this.methods = methods;
    }

    @Override
    public List<Missing> of(AccountId account) {
        return methods.canPay(account) ? List.of() : MISSING;
    }
}
