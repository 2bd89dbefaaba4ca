package keiyaku.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import keiyaku.certificate.Certificate;
import keiyaku.certificate.Certificates;
import keiyaku.scenario.World.NamedContract;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of the certificates of a contract; serial numbers and keys are chance, left out. */
@Component
record CertificateReport(Certificates certificates) {

    List<Map<String, Object>> of(NamedContract named, World world) {
        return certificates.of(named.owner().account(), named.id()).stream()
                .map(certificate -> row(certificate, world))
                .toList();
    }

    private static Map<String, Object> row(Certificate certificate, World world) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("number", certificate.number());
        row.put("name", certificate.name());
        row.put("state", certificate.state());
        row.put("reason", certificate.reason());
        var current = certificate.current();
        row.put(
                "validFrom",
                current == null ? null : Reports.at(current.notBefore(), world.zone()));
        row.put("validTo", current == null ? null : Reports.at(current.notAfter(), world.zone()));
        return row;
    }

    List<Map<String, Object>> events(NamedContract named, World world) {
        var events = new ArrayList<Map<String, Object>>();
        for (var certificate : certificates.of(named.owner().account(), named.id())) {
            for (var issued : certificate.issued()) {
                var event = new LinkedHashMap<String, Object>();
                event.put("at", Reports.at(issued.issuedAt(), world.zone()));
                event.put("type", "certificate-issued");
                event.put("member", named.owner().person().id());
                event.put("contract", named.as());
                event.put("number", certificate.number());
                event.put("name", issued.name());
                events.add(event);
            }
        }
        return events;
    }
}
