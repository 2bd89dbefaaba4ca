package keiyaku.web.member;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import keiyaku.member.Logins;
import keiyaku.web.Form;
import keiyaku.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A new password by a one-time address that is mailed (M-14). */
@Controller
class ResetController {

    private final Logins logins;

    ResetController(Logins logins) {
        this.logins = logins;
    }

    @GetMapping("/login/reset")
    ModelAndView ask(Page page) {
        return page.show("member/reset-ask", Map.of("form", Form.of("member.reset")));
    }

    /** The same answer whether the address is known or not. */
    @PostMapping("/login/reset")
    ModelAndView request(Page page, HttpServletRequest request) {
        var form = page.form("member.reset");
        var email = form.required("email");
        return form.attempt(() -> logins.requestReset(email, Visitors.of(request)))
                ? page.show("member/reset-sent", Map.of("email", email))
                : page.show("member/reset-ask", Map.of("form", form));
    }

    @GetMapping("/login/reset/{ticket}")
    ModelAndView choose(Page page, @PathVariable String ticket) {
        return logins.isOpen(ticket)
                ? show(page, Form.of("member.password"), ticket)
                : page.show("member/reset-over");
    }

    @PostMapping("/login/reset/{ticket}")
    ModelAndView reset(Page page, @PathVariable String ticket) {
        var form = page.form("member.password");
        var wanted = new Logins.NewPassword(form.value("password"), form.value("passwordAgain"));
        return form.attempt(() -> logins.reset(ticket, wanted))
                ? page.go("/login?why=reset")
                : show(page, form, ticket);
    }

    private ModelAndView show(Page page, Form form, String ticket) {
        return page.show(
                "member/reset-choose",
                Map.of("form", form, "ticket", ticket, "policy", logins.passwordPolicy()));
    }
}
