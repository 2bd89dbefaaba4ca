package keiyaku.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import keiyaku.web.part.Tone;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Every component in every state on one page, for those who build pages and for the tests of the
 * look; not there in production.
 */
@Controller
@ConditionalOnProperty("keiyaku.styleguide")
class StyleguideController {

    private static final String FORM = "web.style.form";

    private final Pages pages;

    StyleguideController(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/styleguide")
    ModelAndView all(Page page) {
        return show(page, page.form(FORM).fill("plan", "standard").fill("seats", 5));
    }

    /** Without input: what an error looks like. With it: the notice of what was done. */
    @PostMapping("/styleguide")
    ModelAndView send(Page page) {
        var form = page.form(FORM);
        form.required("name");
        form.required("email");
        form.secret("password");
        form.number("seats");
        form.date("start");
        form.required("country");
        form.requireChecked("agree");
        form.attempt(StyleguideController::refuse);
        return page.show("web/styleguide-form", Map.of("form", form, "samples", samples(page)));
    }

    @GetMapping("/styleguide/sheet")
    ModelAndView sheet(Page page) {
        return page.show("web/styleguide-sheet", Map.of("samples", samples(page)));
    }

    /** My Page as a login sees it that cannot pay yet. */
    @GetMapping("/styleguide/my")
    ModelAndView my(HttpServletRequest request) {
        var page = pages.as(request, new SampleLogin(pages.of(request).language()));
        return page.say(Tone.GOOD, "web.style.notice.good")
                .show("web/styleguide-my", Map.of("samples", samples(page)));
    }

    @GetMapping("/styleguide/fault")
    ModelAndView fault() {
        throw new IllegalStateException("asked for, to see the page of a fault");
    }

    private static ModelAndView show(Page page, Form form) {
        return page.show("web/styleguide", Map.of("form", form, "samples", samples(page)));
    }

    private static StyleguideSamples samples(Page page) {
        return new StyleguideSamples(page);
    }

    private static void refuse() {
        throw new RefusedException(Refusal.of("styleguide"));
    }

    private record SampleLogin(Language language) implements SignedIn {

        @Override
        public String displayName() {
            return "山田 花子";
        }

        @Override
        public AccountId account() {
            return new AccountId(new UUID(0, 1));
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Asia/Tokyo");
        }

        @Override
        public List<Missing> missing() {
            return List.of(
                    new Missing(
                            "web.style.missing", "web.my.payment-methods", "/my/payment-methods"));
        }
    }
}
