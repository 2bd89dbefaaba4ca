package keiyaku.web.member;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import keiyaku.shared.MovableClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A session ends some hours after its login, however busy it is (M-14); before security looks. */
@Component
@Order(SessionAge.BEFORE_SECURITY)
class SessionAge extends OncePerRequestFilter {

    static final int BEFORE_SECURITY = -110;

    private final MovableClock clock;
    private final Duration longest;

    SessionAge(
            MovableClock clock, @Value("${keiyaku.member.session-longest:12h}") Duration longest) {
        this.clock = clock;
        this.longest = longest;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null
                && session.getAttribute(SessionNotes.SINCE) instanceof Long since
                && isOver(Instant.ofEpochMilli(since))) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(Instant since) {
        return !SessionNotes.now(clock).isBefore(since.plus(longest));
    }
}
