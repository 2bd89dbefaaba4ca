package keiyaku.web.member;

import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/**
 * That a session was used is written twice a minute at most and not with each request; a session
 * may end that much early. All else about it is written at once.
 */
@Component
class SessionWrites implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {

    /** With the parameters of the library's own statement, in its order. */
    private static final String UPDATE =
            """
            UPDATE %TABLE_NAME% s
            SET session_id = n.session_id, last_access_time = n.last_access_time,
                max_inactive_interval = n.max_inactive_interval, expiry_time = n.expiry_time,
                principal_name = n.principal_name
            FROM (SELECT ?::char(36) AS session_id, ?::bigint AS last_access_time,
                         ?::int AS max_inactive_interval, ?::bigint AS expiry_time,
                         ?::varchar AS principal_name, ?::char(36) AS primary_id) n
            WHERE s.primary_id = n.primary_id
              AND (s.last_access_time < n.last_access_time - 30000
                   OR (s.session_id, s.max_inactive_interval, s.principal_name)
                        IS DISTINCT FROM
                      (n.session_id, n.max_inactive_interval, n.principal_name))\
            """;

    @Override
    public void customize(JdbcIndexedSessionRepository sessions) {
        sessions.setUpdateSessionQuery(UPDATE);
    }
}
