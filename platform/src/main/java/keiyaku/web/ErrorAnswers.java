package keiyaku.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import keiyaku.shared.BadInputException.FieldError;
import keiyaku.shared.Refusal;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** An error as a page or, under {@code /api/}, as problem details. */
@Component
class ErrorAnswers {

    private static final HttpStatusCode CONFLICT = HttpStatusCode.valueOf(409);
    private static final HttpStatusCode UNPROCESSABLE = HttpStatusCode.valueOf(422);

    private final Pages pages;

    ErrorAnswers(Pages pages) {
        this.pages = pages;
    }

    Object refused(HttpServletRequest request, Refusal refusal) {
        var page = pages.of(request);
        if (!isApi(request)) {
            return page.show(CONFLICT, "web/refused", Map.of("refusal", refusal));
        }
        var problem = problem(page, CONFLICT, refusal.code(), page.refusal(refusal));
        if (!refusal.facts().isEmpty()) {
            problem.setProperty("facts", texts(refusal.facts()));
        }
        return answer(problem);
    }

    Object badInput(HttpServletRequest request, List<FieldError> errors) {
        var page = pages.of(request);
        if (!isApi(request)) {
            return page.show(UNPROCESSABLE, "web/bad-input", Map.of("errors", errors));
        }
        var problem = problem(page, UNPROCESSABLE, "bad-input", page.t("web.error.422.text"));
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
        return answer(problem);
    }

    Object status(HttpServletRequest request, HttpStatusCode status) {
        var page = pages.of(request);
        var shown = shown(status.value());
        if (!isApi(request)) {
            return page.show(status, "web/error", Map.of("status", shown));
        }
        return answer(problem(page, status, code(shown), page.t("web.error." + shown + ".text")));
    }

    private static int shown(int status) {
        return switch (status) {
            case 403, 404, 413, 429 -> status;
            case 405 -> 404;
            case 401 -> 403;
            default -> status >= 500 ? 500 : 400;
        };
    }

    private static String code(int shown) {
        return switch (shown) {
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 413 -> "too-large";
            case 429 -> "too-many-requests";
            case 500 -> "internal-error";
            default -> "bad-request";
        };
    }

    private static boolean isApi(HttpServletRequest request) {
        return RequestPath.of(request).startsWith("/api/");
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
