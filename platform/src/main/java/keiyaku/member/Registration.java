package keiyaku.member;

import java.util.List;
import keiyaku.member.MemberRefusal.EmailTaken;
import keiyaku.member.MemberStore.Opened;
import org.springframework.stereotype.Component;

/** Makes members and their main accounts, one or many, in the caller's transaction. */
@Component
class Registration {

    private final MemberStore store;

    Registration(MemberStore store) {
        this.store = store;
    }

    void open(Opened opened, List<Consent> consents) {
        open(List.of(opened));
        store.insertConsents(opened.account(), consents);
    }

    /** The unique address decides when two want it at the same time: one wins, one is refused. */
    void open(List<Opened> opened) {
        if (store.takeEmails(opened) < opened.size()) {
            throw new EmailTaken().thrown();
        }
        store.insert(opened);
    }
}
