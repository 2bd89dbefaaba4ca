package keiyaku.web.member;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import keiyaku.member.SignUp;
import keiyaku.member.SignUpStep;
import keiyaku.member.SignUps;
import keiyaku.shared.RefusedException;
import keiyaku.web.Form;
import keiyaku.web.Notice;
import keiyaku.web.Page;
import keiyaku.web.part.Tone;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The codes by mail and by SMS (M-9, M-10): answer, send again, correct the address or number. */
@Controller
class SignUpProofController {

    private static final String MAIL = "member.form";
    private static final String PHONE = "member.form";

    private final SignUps signUps;

    SignUpProofController(SignUps signUps) {
        this.signUps = signUps;
    }

    @GetMapping("/sign-up/mail")
    ModelAndView mail(Page page, HttpServletRequest request, HttpServletResponse response) {
        return showMail(visit(page, request, response), Form.of(MAIL));
    }

    @PostMapping("/sign-up/mail")
    ModelAndView confirmMail(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = visit(page, request, response);
        var form = page.form(MAIL);
        var code = form.required("code");
        if (!form.attempt(() -> signUps.confirmMail(visit.ticket(), code))) {
            return showMail(visit, form);
        }
        var next = visit.current().map(SignUp::step).orElse(SignUpStep.PHONE);
        return next == SignUpStep.PHONE ? sendSms(visit) : page.go(SignUpVisit.path(next));
    }

    @PostMapping("/sign-up/mail/again")
    ModelAndView mailAgain(Page page, HttpServletRequest request, HttpServletResponse response) {
        return sendMail(visit(page, request, response));
    }

    @PostMapping("/sign-up/mail/correct")
    ModelAndView correctMail(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = visit(page, request, response);
        var form = page.form(MAIL);
        var email = form.required("email");
        return form.attempt(() -> signUps.correctEmail(visit.ticket(), email))
                ? sendMail(visit)
                : showMail(visit, form);
    }

    /** Sends the mail and shows the step; where there were too many, says how long to wait. */
    static ModelAndView sendMail(SignUpVisit visit) {
        var page = visit.page();
        try {
            visit.signUps().sendMail(visit.ticket(), page.language(), visit.visitor());
            visit.current().ifPresent(s -> page.say(Tone.GOOD, "member.code.sent", s.email()));
        } catch (RefusedException e) {
            page.notices().add(new Notice(Tone.CAUTION, page.refusal(e.refusal())));
        }
        return page.go("/sign-up/mail");
    }

    private ModelAndView showMail(SignUpVisit visit, Form form) {
        visit.current().ifPresent(signUp -> form.fill("email", signUp.email()));
        var mail = MailState.of(signUps.mailDelivery(visit.ticket()));
        return visit.show(SignUpStep.MAIL, Map.of("form", form, "mail", mail));
    }

    @GetMapping("/sign-up/phone")
    ModelAndView phone(Page page, HttpServletRequest request, HttpServletResponse response) {
        return showPhone(visit(page, request, response), Form.of(PHONE));
    }

    @PostMapping("/sign-up/phone")
    ModelAndView confirmPhone(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = visit(page, request, response);
        var form = page.form(PHONE);
        var code = form.required("code");
        return form.attempt(() -> signUps.confirmPhone(visit.ticket(), code))
                ? page.go("/sign-up/language")
                : showPhone(visit, form);
    }

    @PostMapping("/sign-up/phone/again")
    ModelAndView smsAgain(Page page, HttpServletRequest request, HttpServletResponse response) {
        return sendSms(visit(page, request, response));
    }

    @PostMapping("/sign-up/phone/correct")
    ModelAndView correctPhone(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = visit(page, request, response);
        var form = page.form(PHONE);
        var phone = form.required("phone");
        return form.attempt(() -> signUps.correctPhone(visit.ticket(), phone))
                ? sendSms(visit)
                : showPhone(visit, form);
    }

    private static ModelAndView sendSms(SignUpVisit visit) {
        var page = visit.page();
        try {
            visit.signUps().sendSms(visit.ticket(), page.language(), visit.visitor());
            visit.current().ifPresent(s -> page.say(Tone.GOOD, "member.code.sent", s.phone()));
        } catch (RefusedException e) {
            page.notices().add(new Notice(Tone.CAUTION, page.refusal(e.refusal())));
        }
        return page.go("/sign-up/phone");
    }

    private ModelAndView showPhone(SignUpVisit visit, Form form) {
        visit.current().ifPresent(signUp -> form.fill("phone", signUp.phone()));
        var sms = MailState.of(signUps.smsDelivery(visit.ticket()));
        return visit.show(SignUpStep.PHONE, Map.of("form", form, "sms", sms));
    }

    private SignUpVisit visit(Page page, HttpServletRequest request, HttpServletResponse response) {
        return new SignUpVisit(signUps, page, request, response);
    }
}
