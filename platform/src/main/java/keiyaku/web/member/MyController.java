package keiyaku.web.member;

import java.util.Map;
import keiyaku.member.Members;
import keiyaku.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** My Page's first page: what is missing to be able to pay, or that nothing is (M-3). */
@Controller
class MyController {

    private final Members members;

    MyController(Members members) {
        this.members = members;
    }

    @GetMapping("/my")
    ModelAndView home(Page page, @AuthenticationPrincipal MemberLogin login) {
        return page.show("member/home", Map.of("profile", members.profile(login.account())));
    }
}
