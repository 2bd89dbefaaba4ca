package keiyaku.member;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keiyaku.run.DueWork;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets sign-ups that nobody went on with for 24 hours, and throttles that hold nobody back. */
@Component
class SignUpHousekeeping implements DueWork {

    /** Far enough that it is not due again by itself. */
    private static final Instant PARKED = Instant.parse("9999-01-01T00:00:00Z");

    private final SignUpStore signUps;
    private final ThrottleStore throttles;

    SignUpHousekeeping(SignUpStore signUps, ThrottleStore throttles) {
        this.signUps = signUps;
        this.throttles = throttles;
    }

    @Override
    public String name() {
        return "sign-ups";
    }

    @Override
    public Optional<Instant> nextDue() {
        return signUps.nextExpiry();
    }

    @Override
    public List<Subject> due(Instant now, int limit) {
        return signUps.expired(now, limit);
    }

    @Override
    @Transactional
    public int perform(List<Subject> chunk, Instant now) {
        throttles.forgetBefore(now);
        return signUps.forget(chunk, now);
    }

    @Override
    @Transactional
    public void park(Subject subject, String reason) {
        signUps.postpone(subject, PARKED);
    }

    @Override
    @Transactional
    public void unpark(Subject subject) {
        signUps.postpone(subject, Instant.EPOCH);
    }
}
