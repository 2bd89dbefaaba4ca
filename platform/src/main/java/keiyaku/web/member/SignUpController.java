package keiyaku.web.member;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import keiyaku.member.Consent;
import keiyaku.member.Logins;
import keiyaku.member.SignUp;
import keiyaku.member.SignUpStep;
import keiyaku.member.SignUps;
import keiyaku.member.TermsDocument;
import keiyaku.shared.BadInputException;
import keiyaku.shared.Language;
import keiyaku.web.Form;
import keiyaku.web.Page;
import keiyaku.web.part.Tone;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The steps of a sign-up that are filled in (M-2, M-4, M-5); codes are another controller's. */
@Controller
class SignUpController {

    private static final String PLACE = "member.place";
    private static final String FORM = "member.form";
    private static final String TERMS = "member.terms";
    private static final String SPEAK = "member.speak";

    private final SignUps signUps;
    private final Logins logins;

    SignUpController(SignUps signUps, Logins logins) {
        this.signUps = signUps;
        this.logins = logins;
    }

    /** The entrance: on the step where it stopped, or at the beginning. */
    @GetMapping("/sign-up")
    ModelAndView enter(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = visit(page, request, response);
        if (page.signedIn() != null) {
            return page.go("/my");
        }
        var current = visit.current().filter(s -> s.step() != SignUpStep.DONE);
        if (current.isEmpty()) {
            return page.go("/sign-up/place");
        }
        return page.say(Tone.INFO, "member.sign-up.resumed")
                .go(SignUpVisit.path(current.get().step()));
    }

    @GetMapping("/sign-up/place")
    ModelAndView place(Page page, HttpServletRequest request, HttpServletResponse response) {
        var form = Form.of(PLACE);
        visit(page, request, response)
                .current()
                .filter(s -> s.step() != SignUpStep.DONE)
                .ifPresent(
                        s ->
                                form.fill("country", s.place().country())
                                        .fill("type", s.place().type().code()));
        return showPlace(visit(page, request, response), form);
    }

    @PostMapping("/sign-up/place")
    ModelAndView choosePlace(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = visit(page, request, response);
        var form = page.form(PLACE);
        boolean done = form.attempt(() -> choosePlace(visit, Typed.of(request)));
        return done ? page.go("/sign-up/terms") : showPlace(visit, form);
    }

    private void choosePlace(SignUpVisit visit, Map<String, String> typed) {
        var place = SignUp.Place.parse(typed);
        if (visit.current().filter(s -> s.step() != SignUpStep.DONE).isPresent()) {
            signUps.choosePlace(visit.ticket(), place);
        } else {
            var started = signUps.start(place, visit.page().language(), visit.visitor());
            Cookies.SIGN_UP.write(visit.request(), visit.response(), started.ticket());
        }
    }

    private static ModelAndView showPlace(SignUpVisit visit, Form form) {
        var page = visit.page();
        return page.show(
                "member/sign-up-place",
                Map.of(
                        "form",
                        form,
                        "steps",
                        visit.steps(SignUpStep.PLACE),
                        "choices",
                        new MemberChoices(page)));
    }

    /** Forgets the sign-up on its way in this browser. */
    @PostMapping("/sign-up/over")
    ModelAndView over(Page page, HttpServletRequest request, HttpServletResponse response) {
        Cookies.SIGN_UP.drop(request, response);
        return page.go("/sign-up/place");
    }

    @GetMapping("/sign-up/terms")
    ModelAndView terms(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = visit(page, request, response);
        var form = Form.of(TERMS);
        visit.current()
                .ifPresent(
                        signUp ->
                                boxes().stream()
                                        .filter(signUp::hasAgreedTo)
                                        .forEach(box -> form.fill(box, "yes")));
        return showTerms(visit, form);
    }

    @PostMapping("/sign-up/terms")
    ModelAndView agree(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = visit(page, request, response);
        var form = page.form(TERMS);
        signUps.terms().forEach(document -> form.requireChecked(document.code()));
        var ticked = boxes().stream().filter(form::checked).toList();
        return form.attempt(() -> signUps.agree(visit.ticket(), ticked, visit.visitor()))
                ? page.go("/sign-up/form")
                : showTerms(visit, form);
    }

    private List<String> boxes() {
        var boxes = new ArrayList<>(signUps.terms().stream().map(TermsDocument::code).toList());
        boxes.addAll(List.of(Consent.MARKETING_MAIL, Consent.MARKETING_SMS));
        return boxes;
    }

    private ModelAndView showTerms(SignUpVisit visit, Form form) {
        return visit.show(SignUpStep.TERMS, Map.of("form", form, "documents", signUps.terms()));
    }

    @GetMapping("/sign-up/form")
    ModelAndView form(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = visit(page, request, response);
        var form = Form.of(FORM).fill("taxInvoices", "this-month");
        visit.current().ifPresent(signUp -> signUp.entered().forEach(form::fill));
        return showForm(visit, form);
    }

    /** Saves the form; the mail with the code goes out with it, unless there were too many. */
    @PostMapping("/sign-up/form")
    ModelAndView fillIn(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = visit(page, request, response);
        var form = page.form(FORM);
        if (!form.attempt(() -> signUps.enter(visit.ticket(), Typed.of(request)))) {
            return showForm(visit, form);
        }
        var next = visit.current().map(SignUp::step).orElse(SignUpStep.MAIL);
        return next == SignUpStep.MAIL
                ? SignUpProofController.sendMail(visit)
                : page.go(SignUpVisit.path(next));
    }

    private ModelAndView showForm(SignUpVisit visit, Form form) {
        return visit.show(
                SignUpStep.FORM,
                Map.of(
                        "form", form,
                        "policy", signUps.passwordPolicy(),
                        "minimumAge", signUps.minimumAge()));
    }

    @GetMapping("/sign-up/language")
    ModelAndView language(Page page, HttpServletRequest request, HttpServletResponse response) {
        var form = Form.of(SPEAK).fill("language", page.lang());
        return visit(page, request, response).show(SignUpStep.LANGUAGE, Map.of("form", form));
    }

    @PostMapping("/sign-up/language")
    ModelAndView complete(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = visit(page, request, response);
        var form = page.form(SPEAK);
        if (!form.attempt(() -> complete(visit, form.value("language")))) {
            return visit.show(SignUpStep.LANGUAGE, Map.of("form", form));
        }
        return page.go("/sign-up/done?lang=" + form.value("language"));
    }

    private void complete(SignUpVisit visit, String tag) {
        var language =
                Language.ofTag(tag)
                        .orElseThrow(() -> new BadInputException("language", "choose-one"));
        var account = signUps.complete(visit.ticket(), language);
        var device = logins.trust(account, Cookies.DEVICE.read(visit.request()));
        Cookies.DEVICE.write(visit.request(), visit.response(), device);
    }

    @GetMapping("/sign-up/done")
    ModelAndView done(Page page, HttpServletRequest request, HttpServletResponse response) {
        return visit(page, request, response).show(SignUpStep.DONE, Map.of());
    }

    private SignUpVisit visit(Page page, HttpServletRequest request, HttpServletResponse response) {
        return new SignUpVisit(signUps, page, request, response);
    }
}
