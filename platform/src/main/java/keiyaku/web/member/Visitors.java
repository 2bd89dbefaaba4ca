package keiyaku.web.member;

import jakarta.servlet.http.HttpServletRequest;
import keiyaku.member.Visitor;

/** The visitor behind a request. */
final class Visitors {

    private Visitors() {}

    static Visitor of(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        return new Visitor(request.getRemoteAddr(), agent == null ? "" : agent);
    }
}
