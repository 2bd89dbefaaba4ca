package keiyaku.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import keiyaku.shared.Language;
import keiyaku.shared.Money;
import keiyaku.shared.Period;
import keiyaku.shared.Refusal;
import keiyaku.shared.Term;
import keiyaku.web.part.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/**
 * What every template and every page controller knows of the request: its language, who is signed
 * in, how things are written. Controllers take it as an argument; templates have it as {@code
 * page}.
 */
public final class Page {

    private static final String FLASH = "notices";

    private final Pages frame;
    private final HttpServletRequest request;
    private final Language language;
    private final Formats formats;
    private final @Nullable SignedIn signedIn;
    private final List<Notice> notices = new ArrayList<>();

    Page(Pages frame, HttpServletRequest request, @Nullable SignedIn signedIn) {
        this.frame = frame;
        this.request = request;
        this.signedIn = signedIn;
        this.language = LanguageChoice.of(request, signedIn);
        this.formats = new Formats(language);
        notices.addAll(flashed(request));
    }

    public Language language() {
        return language;
    }

    public String lang() {
        return language.tag();
    }

    /** The text of a key, filled with arguments by place; Money, days and so on are written out. */
    public String t(String key, Object... arguments) {
        return frame.messages().text(language, key, arguments);
    }

    /** The text of a key, filled with facts by name. */
    public String t(String key, Map<String, Object> facts) {
        return frame.messages().text(language, key, facts);
    }

    /** Whether a key has a text, for those that may have none. */
    public boolean has(String key) {
        return frame.messages().has(key);
    }

    /** Why a rule says no, as a sentence. */
    public String refusal(Refusal refusal) {
        return t("refusal." + refusal.code(), refusal.facts());
    }

    /** What is possible instead, where the refusal has such a text. */
    public String instead(Refusal refusal) {
        return t("refusal." + refusal.code() + ".instead", refusal.facts());
    }

    public Formats formats() {
        return formats;
    }

    public String money(Money amount) {
        return formats.money(amount);
    }

    public String number(long number) {
        return formats.number(number);
    }

    public String date(LocalDate day) {
        return formats.date(day);
    }

    public String period(Period period) {
        return formats.period(period);
    }

    public String term(Term term) {
        return formats.term(term);
    }

    /** The minute in the account's zone. */
    public String time(Instant instant) {
        return formats.time(instant, zone());
    }

    /** The account's zone, the provider's for visitors. */
    public ZoneId zone() {
        return signedIn == null ? frame.zone() : signedIn.zone();
    }

    /** Today in {@link #zone}. */
    public LocalDate today() {
        return LocalDate.ofInstant(frame.clock().instant(), zone());
    }

    public @Nullable SignedIn signedIn() {
        return signedIn;
    }

    /** The path that the visitor asked for, also on an error's page. */
    public String path() {
        return RequestPath.of(request);
    }

    /** This page in another language or appearance. */
    public String with(String name, String value) {
        return RequestPath.with(request, name, value);
    }

    /** What the visitor chose: light, dark, or auto where the system decides. */
    public String theme() {
        return ThemeChoice.of(request);
    }

    /**
     * None where a filter refused the request before the protection came; such pages ask nothing.
     */
    public @Nullable CsrfToken csrf() {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? token
                : null;
    }

    public Assets assets() {
        return frame.assets();
    }

    public String requestId() {
        return RequestIds.of(request);
    }

    /** Whether htmx asks for a part of a page. */
    public boolean wantsPart() {
        return request.getHeader("HX-Request") != null
                && request.getHeader("HX-History-Restore-Request") == null;
    }

    public List<Notice> notices() {
        return notices;
    }

    /** Says something at the top of this page. */
    public Page say(Tone tone, String key, Object... arguments) {
        notices.add(new Notice(tone, t(key, arguments)));
        return this;
    }

    /** A form with what this request brought; its labels stand under the prefix. */
    public Form form(String prefix) {
        boolean answered = !"GET".equals(request.getMethod());
        return Form.of(prefix, request.getParameterMap(), answered);
    }

    public ModelAndView show(String template) {
        return show(template, Map.of());
    }

    /** A page of a template; status 422 when a form in it has errors, so that nothing caches it. */
    public ModelAndView show(String template, Map<String, ?> model) {
        boolean refused =
                model.values().stream().anyMatch(v -> v instanceof Form form && !form.ok());
        return show(HttpStatusCode.valueOf(refused ? 422 : 200), template, model);
    }

    ModelAndView show(HttpStatusCode status, String template, Map<String, ?> model) {
        return new ModelAndView(template, model, status);
    }

    /** From the next page on this browser is spoken to in a language. */
    public void speak(Language next, HttpServletResponse response) {
        Choices.keep(request, response, LanguageChoice.NAME, next.tag());
    }

    /** After a deed: on to a page of our own, by GET. */
    public ModelAndView go(String path) {
        if (!path.startsWith("/") || URI.create(path).getHost() != null) {
            throw new IllegalArgumentException("only to pages of our own");
        }
        if (!notices.isEmpty()) {
            RequestContextUtils.getOutputFlashMap(request).put(FLASH, new ArrayList<>(notices));
        }
        var view = new RedirectView(path, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    /** After a deed: on to a page that opens by saying what was done. */
    public ModelAndView go(String path, String key, Object... arguments) {
        return say(Tone.GOOD, key, arguments).go(path);
    }

    private static List<Notice> flashed(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        if (flash == null || !(flash.get(FLASH) instanceof List<?> list)) {
            return List.of();
        }
        return list.stream().map(Notice.class::cast).toList();
    }
}
