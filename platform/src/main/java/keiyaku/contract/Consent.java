package keiyaku.contract;

import java.util.List;
import keiyaku.contract.ApplicationForm.AgreedTerms;

/** Who does something, and the terms that they agree to with it. */
public record Consent(String by, List<AgreedTerms> agreed) {

    public Consent {
        agreed = List.copyOf(agreed);
    }
}
