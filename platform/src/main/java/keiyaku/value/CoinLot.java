package keiyaku.value;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;

/**
 * The charged or the bonus coins of one charge (S-5).
 *
 * @param charge the payment that they came with
 * @param expiresAt from when on they pay nothing any more
 */
public record CoinLot(
        AccountId account,
        UUID id,
        UUID charge,
        CoinKind kind,
        Money amount,
        Money remaining,
        Instant chargedAt,
        Instant expiresAt) {

    /** Earliest expiry, bonus before charged at the same one, then the oldest (S-7). */
    static final Comparator<CoinLot> ORDER_OF_USE =
            Comparator.comparing(CoinLot::expiresAt)
                    .thenComparing(lot -> lot.kind() == CoinKind.CHARGED)
                    .thenComparing(CoinLot::chargedAt)
                    .thenComparing(lot -> lot.id().toString());

    CoinLot less(Money used) {
        return new CoinLot(
                account, id, charge, kind, amount, remaining.minus(used), chargedAt, expiresAt);
    }
}
