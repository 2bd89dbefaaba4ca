package keiyaku.member;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import keiyaku.notification.Recipient;
import keiyaku.notification.Recipients;
import keiyaku.shared.AccountId;
import org.springframework.stereotype.Component;

/** Where members are written to, and in which language. */
@Component
class MemberRecipients implements Recipients {

    private final MemberStore store;

    MemberRecipients(MemberStore store) {
        this.store = store;
    }

    @Override
    public Map<AccountId, Recipient> byMail(Collection<AccountId> accounts) {
        var found = new HashMap<AccountId, Recipient>();
        for (var member : store.members(accounts)) {
            found.put(member.account(), new Recipient(member.email(), member.language()));
        }
        return found;
    }

    @Override
    public Map<AccountId, Recipient> bySms(Collection<AccountId> accounts) {
        var found = new HashMap<AccountId, Recipient>();
        for (var member : store.members(accounts)) {
            var phone = member.phone();
            if (phone != null) {
                found.put(member.account(), new Recipient(phone, member.language()));
            }
        }
        return found;
    }
}
