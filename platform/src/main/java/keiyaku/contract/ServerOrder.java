package keiyaku.contract;

import java.util.List;
import keiyaku.payment.MethodKind;
import keiyaku.shared.AccountId;

/**
 * A new server contract as a member orders it (H-1).
 *
 * @param choice term and options
 * @param agreed the terms of product and options that were agreed to, in their versions
 */
public record ServerOrder(
        AccountId account,
        Contract.Offer offer,
        NextChoice choice,
        MethodKind pay,
        List<ApplicationForm.AgreedTerms> agreed) {

    public ServerOrder {
        agreed = List.copyOf(agreed);
    }
}
