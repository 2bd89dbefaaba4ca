package keiyaku.payment;

import java.time.Instant;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money taken for coins (S-6).
 *
 * @param id of the charge; also the gateway's key
 * @param reason why it was refused; null unless it was
 */
public record CoinPayment(
        AccountId account,
        PaymentId id,
        MethodId method,
        MethodKind kind,
        Money amount,
        PaymentState state,
        @Nullable String reason,
        Instant at,
        @Nullable Instant finishedAt) {}
