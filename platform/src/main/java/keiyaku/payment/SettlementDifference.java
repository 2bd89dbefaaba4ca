package keiyaku.payment;

import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * A movement of which the acquirer's settlement files and we say different things.
 *
 * @param why missing-here, missing-there (three days after it was captured) or amount
 * @param kind capture, refund, dispute or dispute-won
 * @param gatewayId the acquirer's name of it
 * @param file of the acquirer's, and the line in it; null when it stands in none
 * @param ours null when we know of none; so theirs
 */
public record SettlementDifference(
        UUID id,
        String why,
        String kind,
        String gatewayId,
        @Nullable Long file,
        @Nullable Integer line,
        @Nullable AccountId account,
        @Nullable Money ours,
        @Nullable Money theirs) {}
