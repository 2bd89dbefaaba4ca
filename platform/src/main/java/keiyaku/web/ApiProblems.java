package keiyaku.web;

import jakarta.servlet.http.HttpServletRequest;
import keiyaku.shared.BadInputException;
import keiyaku.shared.RefusedException;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Problem details of what a door refused, for answers that are kept. */
@Component
public class ApiProblems {

    private final ErrorAnswers answers;

    ApiProblems(ErrorAnswers answers) {
        this.answers = answers;
    }

    /** Of a refusal or of bad input; other exceptions are not answers. */
    public ProblemDetail of(HttpServletRequest request, RuntimeException e) {
        return switch (e) {
            case RefusedException refused -> answers.refusal(request, refused.refusal());
            case BadInputException bad -> answers.fields(request, bad.errors());
            default -> throw e;
        };
    }
}
