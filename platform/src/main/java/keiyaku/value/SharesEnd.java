package keiyaku.value;

import keiyaku.member.MemberLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who leaves an organization uses its coins no more, at once (S-10). */
@Component
class SharesEnd {

    private final CoinShareStore store;

    SharesEnd(CoinShareStore store) {
        this.store = store;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(MemberLeft left) {
        store.unshareAll(left.manager(), left.member());
    }
}
