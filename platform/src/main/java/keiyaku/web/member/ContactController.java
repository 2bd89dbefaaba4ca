package keiyaku.web.member;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import keiyaku.member.Contacts;
import keiyaku.member.Contacts.Asking;
import keiyaku.member.Members;
import keiyaku.web.Form;
import keiyaku.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Another e-mail address or phone: holds when its code was answered, not before (M-13). */
@Controller
class ContactController {

    private static final String EMAIL = "member.new-email";
    private static final String PHONE = "member.new-phone";

    private final Contacts contacts;
    private final Members members;

    ContactController(Contacts contacts, Members members) {
        this.contacts = contacts;
        this.members = members;
    }

    @GetMapping("/my/email")
    ModelAndView email(Page page, @AuthenticationPrincipal MemberLogin login) {
        return showEmail(page, login, Form.of(EMAIL));
    }

    @PostMapping("/my/email")
    ModelAndView requestEmail(
            Page page, @AuthenticationPrincipal MemberLogin login, HttpServletRequest request) {
        var form = page.form(EMAIL);
        var email = form.required("email");
        var password = form.secret("currentPassword");
        return form.attempt(
                        () -> contacts.requestEmail(asking(page, login, request), email, password))
                ? page.go("/my/email", "member.code.sent", email)
                : showEmail(page, login, form);
    }

    @PostMapping("/my/email/again")
    ModelAndView sendAgain(
            Page page, @AuthenticationPrincipal MemberLogin login, HttpServletRequest request) {
        var form = Form.of(EMAIL);
        return form.attempt(() -> contacts.sendMailAgain(asking(page, login, request)))
                ? page.go("/my/email", "member.code.sent-again")
                : showEmail(page, login, form);
    }

    @PostMapping("/my/email/code")
    ModelAndView confirmEmail(Page page, @AuthenticationPrincipal MemberLogin login) {
        var form = page.form(EMAIL);
        var code = form.required("code");
        return form.attempt(() -> contacts.confirmEmail(login.account(), code))
                ? page.go("/my/profile", "member.new-email.done")
                : showEmail(page, login, form);
    }

    @GetMapping("/my/phone")
    ModelAndView phone(Page page, @AuthenticationPrincipal MemberLogin login) {
        return showPhone(page, login, Form.of(PHONE));
    }

    @PostMapping("/my/phone")
    ModelAndView requestPhone(
            Page page, @AuthenticationPrincipal MemberLogin login, HttpServletRequest request) {
        var form = page.form(PHONE);
        var phone = form.required("phone");
        return form.attempt(() -> contacts.requestPhone(asking(page, login, request), phone))
                ? page.go("/my/phone", "member.code.sent", phone)
                : showPhone(page, login, form);
    }

    @PostMapping("/my/phone/code")
    ModelAndView confirmPhone(Page page, @AuthenticationPrincipal MemberLogin login) {
        var form = page.form(PHONE);
        var code = form.required("code");
        return form.attempt(() -> contacts.confirmPhone(login.account(), code))
                ? page.go("/my/profile", "member.new-phone.done")
                : showPhone(page, login, form);
    }

    /** Leaves everything as it was; a code on its way counts no more. */
    @PostMapping("/my/contacts/withdraw")
    ModelAndView withdraw(Page page, @AuthenticationPrincipal MemberLogin login) {
        contacts.withdraw(login.account());
        return page.go("/my/profile", "member.new-email.withdrawn");
    }

    private ModelAndView showEmail(Page page, MemberLogin login, Form form) {
        var model = new HashMap<String, Object>();
        model.put("form", form);
        model.put("profile", members.profile(login.account()));
        model.put("pending", contacts.pendingEmail(login.account()).orElse(""));
        model.put("mail", MailState.of(contacts.mailDelivery(login.account())));
        return page.show("member/new-email", Map.copyOf(model));
    }

    private ModelAndView showPhone(Page page, MemberLogin login, Form form) {
        return page.show(
                "member/new-phone",
                Map.of(
                        "form", form,
                        "profile", members.profile(login.account()),
                        "pending", contacts.pendingPhone(login.account()).orElse("")));
    }

    private static Asking asking(Page page, MemberLogin login, HttpServletRequest request) {
        return new Asking(login.account(), page.language(), Visitors.of(request));
    }
}
