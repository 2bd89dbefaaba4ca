package keiyaku.member;

import keiyaku.shared.AccountId;
import keiyaku.shared.Language;

/** All that a member may see of itself (M-13). */
public record Profile(
        AccountId account,
        MemberDetails details,
        Language language,
        boolean marketingMail,
        boolean marketingSms) {

    public MemberType type() {
        return details.holder().type();
    }
}
