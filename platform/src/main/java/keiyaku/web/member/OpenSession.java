package keiyaku.web.member;

import java.time.Instant;

/**
 * One session of a login, as its owner sees it.
 *
 * @param handle names it on the page; not the session's id, which is as good as a password
 */
public record OpenSession(
        String handle, String device, String address, Instant since, Instant lastUsed, boolean here)
        implements Comparable<OpenSession> {

    /** This one first, then the latest used. */
    @Override
    public int compareTo(OpenSession other) {
        return here != other.here
                ? Boolean.compare(other.here, here)
                : other.lastUsed.compareTo(lastUsed);
    }
}
