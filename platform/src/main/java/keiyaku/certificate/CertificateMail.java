package keiyaku.certificate;

import java.util.HashMap;
import java.util.Map;
import keiyaku.notification.Notifications;
import keiyaku.notification.PagePath;
import org.springframework.stereotype.Component;

/** Tells the member what to put where, that a certificate is there, or why it is not. */
@Component
class CertificateMail {

    private final Notifications notifications;

    CertificateMail(Notifications notifications) {
        this.notifications = notifications;
    }

    void tell(Row row, String template) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("name", String.valueOf(row.name()));
        facts.put("link", PagePath.of("/console/servers/" + row.contract() + "/options/ssl"));
        var proof = row.proof();
        if (proof != null) {
            facts.put("recordName", proof.recordName());
            facts.put("recordValue", proof.recordValue());
            facts.put("file", "http://" + row.name() + proof.filePath());
            facts.put("content", proof.fileContent());
        }
        var until = row.notAfter();
        if (until != null) {
            facts.put("until", until);
        }
        notifications.mail(row.account(), template, facts);
    }
}
