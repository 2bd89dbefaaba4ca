package keiyaku.web.contract;

import java.util.Map;
import java.util.Optional;
import keiyaku.contract.Action;
import keiyaku.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** Takes back what is reserved, until its day (C-7, C-12). */
@Controller
class WithdrawController {

    private static final Map<String, Action> ACTIONS =
            Map.of(
                    "withdraw-start", new Action.WithdrawConvert(),
                    "withdraw-cancellation", new Action.WithdrawCancel());

    private final Deeds deeds;

    WithdrawController(Deeds deeds) {
        this.deeds = deeds;
    }

    @RequestMapping(
            path = "/console/contracts/{id}/{what:withdraw-start|withdraw-cancellation}",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView withdraw(Page page, @PathVariable String id, @PathVariable String what) {
        var subject = deeds.subject(page, id);
        var contract = subject.contract();
        var form = page.form("contract." + what);
        var action = Optional.ofNullable(ACTIONS.get(what)).orElseThrow();
        if (deeds.done(page, form, contract, action)) {
            return page.go(subject.path(), "contract." + what + ".done");
        }
        var quote = deeds.quote(page, form, contract, action);
        var model = DeedPage.of(subject, form, quote, page.t("contract." + what + ".do")).model();
        model.put("what", what);
        return page.show(form.ok() ? "contract/withdraw" : "contract/not-now", model);
    }
}
