package keiyaku.web;

import java.util.Map;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
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
}
