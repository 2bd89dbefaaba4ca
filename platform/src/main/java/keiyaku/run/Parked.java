package keiyaku.run;

import java.time.Instant;
import java.util.UUID;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;

/** A piece of work that failed by itself and waits for an operator. */
public record Parked(AccountId account, String work, UUID subject, String reason, Instant at) {

    Subject piece() {
        return new Subject(account.value(), subject);
    }
}
