package keiyaku.web.member;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import keiyaku.member.Logins;
import keiyaku.member.Members;
import keiyaku.shared.AccountId;
import keiyaku.web.Form;
import keiyaku.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Login and security: the password, and the sessions that are open. */
@Controller
class SecurityController {

    private final Logins logins;
    private final Members members;
    private final Sessions sessions;

    SecurityController(Logins logins, Members members, Sessions sessions) {
        this.logins = logins;
        this.members = members;
        this.sessions = sessions;
    }

    @GetMapping("/my/security")
    ModelAndView security(
            Page page, @AuthenticationPrincipal MemberLogin login, HttpSession session) {
        return page.show(
                "member/security",
                Map.of(
                        "member", members.member(login.account()),
                        "sessions", sessions.of(login.account(), session.getId())));
    }

    @PostMapping("/my/sessions/{handle}/end")
    ModelAndView end(
            Page page, @AuthenticationPrincipal MemberLogin login, @PathVariable String handle) {
        sessions.end(login.account(), handle);
        return page.go("/my/security", "member.security.ended-one");
    }

    @PostMapping("/my/sessions/end-others")
    ModelAndView endOthers(
            Page page, @AuthenticationPrincipal MemberLogin login, HttpSession session) {
        sessions.endOthers(login.account(), session.getId());
        return page.go("/my/security", "member.security.ended-others");
    }

    @GetMapping("/my/password")
    ModelAndView password(Page page, @AuthenticationPrincipal MemberLogin login) {
        return showPassword(page, Form.of("member.password"), login.account());
    }

    /** Ends every session, this one too; the next login takes the new password (M-13). */
    @PostMapping("/my/password")
    ModelAndView changePassword(
            Page page, @AuthenticationPrincipal MemberLogin login, HttpServletRequest request) {
        var form = page.form("member.password");
        var current = form.value("currentPassword");
        var wanted = new Logins.NewPassword(form.value("password"), form.value("passwordAgain"));
        var visitor = Visitors.of(request);
        if (!form.attempt(() -> logins.changePassword(login.account(), current, wanted, visitor))) {
            return showPassword(page, form, login.account());
        }
        SecurityContextHolder.clearContext();
        request.getSession().invalidate();
        return page.go("/login?why=changed");
    }

    private ModelAndView showPassword(Page page, Form form, AccountId account) {
        return page.show(
                "member/password",
                Map.of(
                        "form", form,
                        "policy", logins.passwordPolicy(),
                        "email", members.member(account).email()));
    }
}
