package keiyaku.web.member;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import keiyaku.member.Visitor;
import keiyaku.shared.MovableClock;

/** What a session notes of its login. Times are real ones: a moved clock ends no session. */
final class SessionNotes {

    static final String SINCE = "login.since";
    static final String ADDRESS = "login.address";
    static final String AGENT = "login.agent";

    private SessionNotes() {}

    static void begin(HttpSession session, Visitor visitor, MovableClock clock) {
        session.setAttribute(SINCE, now(clock).toEpochMilli());
        session.setAttribute(ADDRESS, visitor.address());
        session.setAttribute(AGENT, visitor.agent());
    }

    static Instant now(MovableClock clock) {
        return clock.instant().minus(clock.ahead());
    }
}
