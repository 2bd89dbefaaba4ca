package keiyaku.web.member;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import keiyaku.member.Agents;
import keiyaku.shared.AccountId;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of a login: listed, and ended one by one or all but this one (M-14). */
@Component
class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> repository;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository) {
        this.repository = repository;
    }

    List<OpenSession> of(AccountId account, String current) {
        return find(account).entrySet().stream()
                .map(each -> open(each.getKey(), each.getValue(), current))
                .sorted()
                .toList();
    }

    void end(AccountId account, String handle) {
        for (var id : find(account).keySet()) {
            if (fingerprint(id).equals(handle)) {
                repository.deleteById(id);
            }
        }
    }

    void endOthers(AccountId account, String current) {
        for (var id : find(account).keySet()) {
            if (!id.equals(current)) {
                repository.deleteById(id);
            }
        }
    }

    private Map<String, ? extends Session> find(AccountId account) {
        return repository.findByPrincipalName(account.toString());
    }

    private static OpenSession open(String id, Session session, String current) {
        Long since = session.getAttribute(SessionNotes.SINCE);
        String agent = session.getAttributeOrDefault(SessionNotes.AGENT, "");
        String address = session.getAttributeOrDefault(SessionNotes.ADDRESS, "");
        return new OpenSession(
                fingerprint(id),
                Agents.name(agent),
                address,
                since == null ? session.getCreationTime() : Instant.ofEpochMilli(since),
                session.getLastAccessedTime(),
                id.equals(current));
    }

    private static String fingerprint(String id) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
