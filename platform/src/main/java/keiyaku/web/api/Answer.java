package keiyaku.web.api;

import java.util.LinkedHashMap;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** An answer as it is sent, and sent again. */
record Answer(int status, String contentType, String body) {

    static Answer json(int status, Object view) {
        return new Answer(
                status,
                MediaType.APPLICATION_JSON_VALUE,
                JsonMapper.shared().writeValueAsString(view));
    }

    /** Written out like the problems that are not kept. */
    static Answer problem(ProblemDetail problem) {
        var view = new LinkedHashMap<String, Object>();
        view.put("type", String.valueOf(problem.getType()));
        view.put("title", String.valueOf(problem.getTitle()));
        view.put("status", problem.getStatus());
        view.put("detail", String.valueOf(problem.getDetail()));
        var more = problem.getProperties();
        if (more != null) {
            view.putAll(more);
        }
        return new Answer(
                problem.getStatus(),
                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                JsonMapper.shared().writeValueAsString(view));
    }

    ResponseEntity<String> sent() {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(contentType))
                .body(body);
    }
}
