package keiyaku.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import keiyaku.shared.BadInputException.FieldError;
import keiyaku.shared.Refusal;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;

/** An error as a page or, under {@code /api/}, as problem details. */
@Component
class ErrorAnswers {

    private static final HttpStatusCode CONFLICT = HttpStatusCode.valueOf(409);
    private static final HttpStatusCode UNPROCESSABLE = HttpStatusCode.valueOf(422);

    /** A text of its own among those of statuses. */
    private static final String CARD_NUMBER = "card-number";

    private final Pages pages;

    ErrorAnswers(Pages pages) {
        this.pages = pages;
    }

    Object refused(HttpServletRequest request, Refusal refusal) {
        var page = pages.of(request);
        if (!RequestPath.isApi(request)) {
            return page.wantsPart()
                    ? dialog(page, CONFLICT, "web.refused.title", page.refusal(refusal))
                    : page.show(CONFLICT, "web/refused", Map.of("refusal", refusal));
        }
        return answer(refusal(request, refusal));
    }

    ProblemDetail refusal(HttpServletRequest request, Refusal refusal) {
        var page = pages.of(request);
        var problem = problem(page, CONFLICT, refusal.code(), page.refusal(refusal));
        if (!refusal.facts().isEmpty()) {
            problem.setProperty("facts", texts(refusal.facts()));
        }
        return problem;
    }

    Object badInput(HttpServletRequest request, List<FieldError> errors) {
        var page = pages.of(request);
        if (!RequestPath.isApi(request)) {
            var text = page.t("web.bad-input.text");
            return page.wantsPart()
                    ? dialog(page, UNPROCESSABLE, "web.bad-input.title", text)
                    : page.show(UNPROCESSABLE, "web/bad-input", Map.of("errors", errors));
        }
        return answer(fields(request, errors));
    }

    ProblemDetail fields(HttpServletRequest request, List<FieldError> errors) {
        var page = pages.of(request);
        var problem = problem(page, UNPROCESSABLE, "bad-input", page.t("web.bad-input.text"));
        problem.setProperty(
                "errors",
                errors.stream()
                        .map(
                                e ->
                                        Map.of(
                                                "field", e.field(),
                                                "code", e.code(),
                                                "detail", page.t("field." + e.code())))
                        .toList());
        return problem;
    }

    Object status(HttpServletRequest request, HttpStatusCode status) {
        var page = pages.of(request);
        var shown =
                request.getAttribute(CardNumberGuard.REFUSED) == null
                        ? shown(status.value())
                        : CARD_NUMBER;
        if (!RequestPath.isApi(request)) {
            var key = "web.error." + shown;
            return page.wantsPart()
                    ? dialog(page, status, key + ".title", page.t(key + ".text"))
                    : page.show(
                            status, "web/error", Map.of("status", status.value(), "code", shown));
        }
        var code = status.value() == 401 ? "not-signed-in" : shown;
        return answer(problem(page, status, code, page.t("web.error." + shown + ".text")));
    }

    /** Where htmx asked for a part, the page and all that was entered in it stays as it is. */
    private static ModelAndView dialog(
            Page page, HttpStatusCode status, String title, String text) {
        var response = Objects.requireNonNull(attributes().getResponse());
        response.setHeader("HX-Retarget", "body");
        response.setHeader("HX-Reswap", "beforeend");
        response.setHeader("HX-Reselect", ".error-part");
        return page.show(status, "web/error-part", Map.of("title", page.t(title), "text", text));
    }

    private static ServletRequestAttributes attributes() {
        return (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    }

    private static String shown(int status) {
        return switch (status) {
            case 401, 403 -> "forbidden";
            case 404, 405 -> "not-found";
            case 413 -> "too-large";
            case 429 -> "too-many-requests";
            default -> status >= 500 ? "internal-error" : "bad-request";
        };
    }

    private static ProblemDetail problem(
            Page page, HttpStatusCode status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("https://keiyaku.example/problems/" + code));
        problem.setProperty("code", code);
        problem.setProperty("request", page.requestId());
        return problem;
    }

    private static Map<String, String> texts(Map<String, Object> facts) {
        var texts = new java.util.TreeMap<String, String>();
        facts.forEach((name, value) -> texts.put(name, value.toString()));
        return texts;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
