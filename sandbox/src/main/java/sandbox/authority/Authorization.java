package sandbox.authority;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account has shown that a name is its own.
 *
 * @param tries how often the proof was looked for in vain
 * @param by the way in which it was proven or looked for last: dns-01 or http-01
 * @param why what was wrong the last time
 * @param at the time of the order that it was made for, from which it counts
 */
record Authorization(
        String id,
        String account,
        String name,
        String token,
        String status,
        int tries,
        @Nullable String by,
        @Nullable String why,
        Instant at) {

    Authorization proven(String way) {
        return new Authorization(id, account, name, token, "valid", tries, way, null, at);
    }

    Authorization missed(String way, String reason, boolean forGood) {
        return new Authorization(
                id,
                account,
                name,
                token,
                forGood ? "invalid" : "pending",
                tries + 1,
                way,
                reason,
                at);
    }
}
