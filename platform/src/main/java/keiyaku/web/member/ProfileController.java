package keiyaku.web.member;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import keiyaku.member.Consent;
import keiyaku.member.Holder.Business;
import keiyaku.member.Holder.Individual;
import keiyaku.member.Members;
import keiyaku.member.Profile;
import keiyaku.web.Form;
import keiyaku.web.Messages;
import keiyaku.web.Notice;
import keiyaku.web.Page;
import keiyaku.web.part.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The profile: what is locked is explained, everything else is changed here (M-12, M-13). */
@Controller
class ProfileController {

    private static final String PREFIX = "member.form";

    private final Members members;
    private final Messages messages;

    ProfileController(Members members, Messages messages) {
        this.members = members;
        this.messages = messages;
    }

    @GetMapping("/my/profile")
    ModelAndView profile(
            Page page,
            @AuthenticationPrincipal MemberLogin login,
            @RequestParam(required = false) @Nullable String saved) {
        var profile = members.profile(login.account());
        return show(page, filled(profile), profile, saved != null);
    }

    @PostMapping("/my/profile")
    ModelAndView change(
            Page page,
            @AuthenticationPrincipal MemberLogin login,
            HttpServletRequest request,
            HttpServletResponse response) {
        var before = members.profile(login.account());
        var form = page.form(PREFIX);
        var typed = Typed.of(request);
        if (!form.attempt(() -> members.change(login.account(), typed, Visitors.of(request)))) {
            return show(page, form, before, false);
        }
        var now = members.profile(login.account()).language();
        if (now == before.language()) {
            return page.go("/my/profile?saved", "member.profile.saved");
        }
        // Also where this browser had chosen another one.
        page.speak(now, response);
        page.notices().add(new Notice(Tone.GOOD, messages.text(now, "member.profile.saved")));
        return page.go("/my/profile?saved");
    }

    private static ModelAndView show(Page page, Form form, Profile profile, boolean saved) {
        return page.show(
                "member/profile",
                Map.of(
                        "form", form,
                        "profile", profile,
                        "choices", new MemberChoices(page),
                        "saved", saved));
    }

    private static Form filled(Profile profile) {
        var details = profile.details();
        var form =
                Form.of(PREFIX)
                        .fill("postalCode", details.address().postalCode())
                        .fill("region", details.address().region())
                        .fill("city", details.address().city())
                        .fill("street", details.address().street())
                        .fill("building", details.address().building())
                        .fill("language", profile.language().tag())
                        .fill("serviceField", details.origin().serviceField())
                        .fill("heardFrom", details.origin().heardFrom())
                        .fill(Consent.MARKETING_MAIL, profile.marketingMail() ? "yes" : null)
                        .fill(Consent.MARKETING_SMS, profile.marketingSms() ? "yes" : null);
        return switch (details.holder()) {
            case Individual one -> form.fill("birthDate", one.birthDate());
            case Business one ->
                    form.fill("contactName", one.contact().display())
                            .fill("representativeName", one.representative().display())
                            .fill("businessCategory", one.category())
                            .fill("businessItem", one.item())
                            .fill("taxInvoices", one.taxInvoices().code());
        };
    }
}
