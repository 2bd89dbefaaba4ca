package keiyaku.payment;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import keiyaku.shared.AccountId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Members without their sign-up, where a test asks for them by keiyaku.test.registrants. */
@Component
@Primary
@ConditionalOnBooleanProperty("keiyaku.test.registrants")
class TestRegistrants implements Registrants {

    private final Map<AccountId, Registrant> known = new ConcurrentHashMap<>();

    TestRegistrants() {}

    void put(AccountId account, boolean domestic, boolean business) {
        known.put(account, new Registrant(domestic, business, false, false));
    }

    @Override
    public Registrant of(AccountId account, boolean autoDebit) {
        var who = known.getOrDefault(account, new Registrant(true, false, false, false));
        return new Registrant(who.domestic(), who.business(), who.approved(), autoDebit);
    }
}
