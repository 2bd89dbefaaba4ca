package keiyaku.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The portal's first page. */
@Controller
class LandingController {

    @GetMapping("/")
    ModelAndView landing(Page page) {
        return page.show("web/landing");
    }
}
