package keiyaku.web.member;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import keiyaku.web.Form;
import keiyaku.web.Page;
import keiyaku.web.part.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The login page (M-14); the form itself is answered by Spring Security. */
@Controller
class LoginController {

    private static final String REFUSED = "/login/refused";
    private static final Set<String> REASONS = Set.of("needed", "ended", "out", "changed", "reset");

    @GetMapping("/login")
    ModelAndView login(
            Page page,
            @RequestParam(required = false) @Nullable String why,
            @RequestParam(required = false) @Nullable String to) {
        if (page.signedIn() != null) {
            return page.go(Destination.safe(to));
        }
        if (why != null && REASONS.contains(why)) {
            page.say(
                    "needed".equals(why) || "ended".equals(why) ? Tone.INFO : Tone.GOOD,
                    "member.login.why." + why);
        }
        return show(page, Form.of("member.login"), to);
    }

    /** The form again, with the address as it was typed and without the password. */
    @PostMapping(REFUSED)
    ModelAndView refused(
            Page page,
            @RequestParam(required = false) @Nullable String to,
            @RequestAttribute(required = false) @Nullable RefusedLogin refusal) {
        var form = page.form("member.login");
        form.required("email");
        form.secret("password");
        if (refusal != null) {
            form.attempt(
                    () -> {
                        throw new keiyaku.shared.RefusedException(refusal.refusal());
                    });
        }
        return show(page, form, to);
    }

    /** Where a change of language on the refused page leads. */
    @GetMapping(REFUSED)
    ModelAndView again(Page page) {
        return page.go("/login");
    }

    private static ModelAndView show(Page page, Form form, @Nullable String to) {
        return page.show("member/login", Map.of("form", form, "to", Destination.safe(to)));
    }

    /** Spring Security's answer to a failed login: the page, not a redirect that forgets. */
    static void showRefusal(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException reason)
            throws ServletException, IOException {
        if (reason instanceof RefusedLogin refused) {
            request.setAttribute("refusal", refused);
        }
        request.getRequestDispatcher(REFUSED).forward(request, response);
    }
}
