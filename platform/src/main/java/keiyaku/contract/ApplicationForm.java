package keiyaku.contract;

import java.time.ZoneId;
import java.util.List;
import keiyaku.shared.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What a member applies for (C-3).
 *
 * @param zone whose days the contract's dates will be
 * @param workspace the information that a workspace product asks for; null for others
 * @param adminPassword handed to the product's site, never kept; null where there is none
 * @param agreed the terms that were agreed to, in their versions
 */
public record ApplicationForm(
        AccountId account,
        Contract.Offer offer,
        ZoneId zone,
        @Nullable Workspace workspace,
        @Nullable String adminPassword,
        List<AgreedTerms> agreed) {

    public ApplicationForm {
        agreed = List.copyOf(agreed);
    }

    /** A terms document in a version, and the network address from which it was agreed to. */
    public record AgreedTerms(String code, String version, String address) {}
}
