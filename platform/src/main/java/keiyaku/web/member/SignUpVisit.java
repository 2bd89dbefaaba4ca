package keiyaku.web.member;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keiyaku.member.SignUp;
import keiyaku.member.SignUpStep;
import keiyaku.member.SignUps;
import keiyaku.member.Visitor;
import keiyaku.web.Page;
import keiyaku.web.part.Link;
import keiyaku.web.part.Tone;
import org.springframework.web.servlet.ModelAndView;

/** A visitor on the way through the steps: which sign-up the browser's ticket opens. */
record SignUpVisit(
        SignUps signUps, Page page, HttpServletRequest request, HttpServletResponse response) {

    /** The steps that the page shows; the done page is no step to go to. */
    private static final List<SignUpStep> SHOWN =
            Arrays.stream(SignUpStep.values()).filter(step -> step != SignUpStep.DONE).toList();

    String ticket() {
        return Cookies.SIGN_UP.read(request);
    }

    Visitor visitor() {
        return Visitors.of(request);
    }

    Optional<SignUp> current() {
        return signUps.find(ticket());
    }

    static String path(SignUpStep step) {
        return "/sign-up/" + step.code();
    }

    /** The step's page, or where the sign-up stands when this step is not open yet. */
    ModelAndView show(SignUpStep step, Map<String, ?> more) {
        var current = current();
        if (current.isEmpty()) {
            return startAgain();
        }
        if (!step.isOpenAt(current.get().step())) {
            return page.go(path(current.get().step()));
        }
        var model = new HashMap<String, Object>(more);
        model.put("signUp", current.get());
        model.put("steps", steps(step));
        model.put("choices", new MemberChoices(page));
        return page.show("member/sign-up-" + step.code(), Map.copyOf(model));
    }

    /** Without a ticket that opens anything; whoever had one is told that its time is over. */
    ModelAndView startAgain() {
        if (!ticket().isEmpty()) {
            Cookies.SIGN_UP.drop(request, response);
            page.say(Tone.CAUTION, "member.sign-up.expired");
        }
        return page.go("/sign-up/place");
    }

    List<Link> steps(SignUpStep at) {
        return SHOWN.stream()
                .map(
                        step ->
                                new Link(
                                        page.t("member.sign-up.step." + step.code()),
                                        path(step),
                                        step == at))
                .toList();
    }
}
