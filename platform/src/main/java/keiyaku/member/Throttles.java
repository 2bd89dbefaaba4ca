package keiyaku.member;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import keiyaku.member.MemberRefusal.LoginWait;
import keiyaku.member.MemberRefusal.TooManyMessages;
import keiyaku.member.Throttle.Delay;
import keiyaku.member.Throttle.Quota;
import keiyaku.shared.MovableClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has to wait (M-9, M-10, M-14). Keys are kept as hashes only. Rows are locked in the order of
 * their keys, so that two that want the same ones do not wait for each other.
 */
@Component
class Throttles {

    static final Quota MAILS = new Quota(5, Duration.ofHours(1));
    static final Quota MESSAGES = new Quota(5, Duration.ofHours(1));
    static final Quota BY_NETWORK = new Quota(30, Duration.ofHours(1));
    static final Delay BY_LOGIN = new Delay(4, Duration.ofSeconds(10), Duration.ofMinutes(15));
    static final Delay BY_SOURCE = new Delay(30, Duration.ofSeconds(10), Duration.ofMinutes(15));

    private static final Duration FORGET = Duration.ofHours(24);

    private final ThrottleStore store;
    private final MovableClock clock;

    Throttles(ThrottleStore store, MovableClock clock) {
        this.store = store;
        this.clock = clock;
    }

    static String key(String kind, String value) {
        return Secrets.hash(kind, value);
    }

    /** A key and how many it may have. */
    record Counted(String key, Quota quota) {}

    /** Counts one more under each key; where one is at its quota, none is counted. */
    void count(List<Counted> wanted) {
        var now = clock.instant();
        var ordered = wanted.stream().sorted(Comparator.comparing(Counted::key)).toList();
        var found = ordered.stream().map(each -> store.lock(each.key())).toList();
        for (int i = 0; i < ordered.size(); i++) {
            var free = found.get(i).freeAt(ordered.get(i).quota(), now);
            if (free.isPresent()) {
                throw TooManyMessages.until(free.get(), now).thrown();
            }
        }
        for (int i = 0; i < ordered.size(); i++) {
            var after = found.get(i).counted(ordered.get(i).quota(), now);
            store.save(ordered.get(i).key(), after, now.plus(FORGET));
        }
    }

    /**
     * Lets one attempt pass and counts it as failed until {@link #succeeded}; so many attempts at
     * once get no more tries than one after the other.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void admit(String login, String source) {
        var now = clock.instant();
        boolean loginFirst = login.compareTo(source) < 0;
        var first = store.lock(loginFirst ? login : source);
        var second = store.lock(loginFirst ? source : login);
        requireUnblocked(first, now);
        requireUnblocked(second, now);
        var byLogin = loginFirst ? first : second;
        var bySource = loginFirst ? second : first;
        store.save(login, byLogin.failed(BY_LOGIN, now), now.plus(FORGET));
        store.save(source, bySource.failed(BY_SOURCE, now), now.plus(FORGET));
    }

    private static void requireUnblocked(Throttle throttle, Instant now) {
        var until = throttle.blockedUntil();
        if (until != null && throttle.isBlocked(now)) {
            throw LoginWait.until(until, now).thrown();
        }
    }

    /** The attempt was right: the login starts anew, and the source is not blamed for it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(String login, String source) {
        store.forget(login);
        store.forgive(source);
    }
}
