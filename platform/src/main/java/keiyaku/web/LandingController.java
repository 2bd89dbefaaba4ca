package keiyaku.web;

import java.util.List;
import java.util.Map;
import keiyaku.shared.Money;
import keiyaku.web.part.CalendarEntry;
import keiyaku.web.part.Tone;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The portal's first page: what this is, one example of it, and what is offered. */
@Controller
class LandingController {

    private static final Money EXAMPLE = Money.of(8_712, "JPY");

    private final ObjectProvider<Offers> offers;

    LandingController(ObjectProvider<Offers> offers) {
        this.offers = offers;
    }

    @GetMapping("/")
    ModelAndView landing(Page page) {
        var shown = offers.stream().flatMap(o -> o.shown(page).stream()).toList();
        return page.show("web/landing", Map.of("offers", shown, "example", example(page)));
    }

    private static List<CalendarEntry> example(Page page) {
        var renewal = page.today().plusMonths(1).withDayOfMonth(5);
        return List.of(
                new CalendarEntry(
                        renewal.minusDays(1),
                        page.t("web.landing.example.deadline"),
                        null,
                        null,
                        Tone.WAITING),
                new CalendarEntry(
                        renewal,
                        page.t("web.landing.example.renewal"),
                        page.t("web.landing.example.term"),
                        EXAMPLE,
                        Tone.GOOD),
                new CalendarEntry(
                        renewal.plusYears(1),
                        page.t("web.landing.example.next"),
                        page.t("web.landing.example.foreseen"),
                        EXAMPLE,
                        Tone.QUIET));
    }
}
