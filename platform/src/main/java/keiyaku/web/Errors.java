package keiyaku.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import keiyaku.shared.BadInputException;
import keiyaku.shared.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * What is answered when a controller does not: pages get a designed page in their language, {@code
 * /api/**} gets problem details (RFC 9457) with a stable code.
 */
@ControllerAdvice
class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final ErrorAnswers answers;

    Errors(ErrorAnswers answers) {
        this.answers = answers;
    }

    /** A rule says no, and no form was there to say it beside. */
    @ExceptionHandler
    Object refused(RefusedException e, HttpServletRequest request) {
        return answers.refused(request, e.refusal());
    }

    @ExceptionHandler
    Object badInput(BadInputException e, HttpServletRequest request) {
        return answers.badInput(request, e.errors());
    }

    /** Spring's own refusals carry their status; all else is a fault of ours. */
    @ExceptionHandler
    Object other(Exception e, HttpServletRequest request) throws Exception {
        if (e instanceof AccessDeniedException || e instanceof AuthenticationException) {
            throw e; // Spring Security asks for a login or says 403
        }
        if (e instanceof IOException
                && e.getClass().getSimpleName().equals("ClientAbortException")) {
            throw e; // nobody is there to read an answer
        }
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answers.status(request, known.getStatusCode());
        }
        LOG.error("request {} failed", RequestIds.of(request), e);
        return answers.status(request, HttpStatusCode.valueOf(500));
    }
}
