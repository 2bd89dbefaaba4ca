package keiyaku.payment;

import java.util.Optional;
import java.util.UUID;
import keiyaku.shared.AccountId;

/**
 * What the acquirer is told a payment is for: whose it is, and of which invoice or charge. It gives
 * it back with all that it tells later, so that no table of all accounts needs to be searched.
 */
final class PaymentReference {

    private static final String OF = " ";

    private PaymentReference() {}

    static String of(AccountId account, String what) {
        return what + OF + account.value();
    }

    static Optional<AccountId> account(String reference) {
        var at = reference.lastIndexOf(OF);
        try {
            return at < 0
                    ? Optional.empty()
                    : Optional.of(new AccountId(UUID.fromString(reference.substring(at + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
