package keiyaku.web.member;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import keiyaku.member.Logins;
import keiyaku.shared.AccountId;
import keiyaku.shared.MovableClock;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** After a login: the session knows since when and from where, and a new device is told of. */
@Component
class LoginSuccess implements AuthenticationSuccessHandler {

    private final Logins logins;
    private final MovableClock clock;

    LoginSuccess(Logins logins, MovableClock clock) {
        this.logins = logins;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication authentication) {
        if (authentication.getPrincipal() instanceof MemberLogin login) {
            begin(request, response, login.account());
        }
        var to = Destination.safe(request.getParameter(Destination.PARAMETER));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, to);
    }

    private void begin(
            HttpServletRequest request, HttpServletResponse response, AccountId account) {
        var visitor = Visitors.of(request);
        SessionNotes.begin(request.getSession(), visitor, clock);
        var device = logins.seen(account, Cookies.DEVICE.read(request), visitor);
        Cookies.DEVICE.write(request, response, device);
    }
}
