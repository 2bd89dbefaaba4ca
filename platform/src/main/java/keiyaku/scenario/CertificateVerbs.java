package keiyaku.scenario;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import keiyaku.certificate.Certificate;
import keiyaku.certificate.Certificates;
import keiyaku.certificate.Proof;
import keiyaku.certificate.Step;
import keiyaku.certificate.Way;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The verbs by which a certificate's name is proven (H-2). */
@Configuration(proxyBeanMethods = false)
class CertificateVerbs {

    private final Certificates certificates;
    private final Outside outside;

    CertificateVerbs(Certificates certificates, Outside outside) {
        this.certificates = certificates;
        this.outside = outside;
    }

    @Bean
    Verb putDns() {
        return new MethodVerb(
                "put-dns",
                Set.of("contract", "number", "value"),
                "the member puts the TXT record that its certificate asks for, or another value",
                (world, step) -> {
                    var proof = proof(world, step);
                    var value = step.optionalText("value").orElse(proof.recordValue());
                    put("dns", "name", proof.recordName(), "value", value);
                });
    }

    @Bean
    Verb putFile() {
        return new MethodVerb(
                "put-file",
                Set.of("contract", "number", "content"),
                "the member puts the file that its certificate asks for, or another content",
                (world, step) -> {
                    var proof = proof(world, step);
                    var address = certificate(world, step).name() + proof.filePath();
                    var content = step.optionalText("content").orElse(proof.fileContent());
                    put("files", "address", address, "content", content);
                });
    }

    @Bean
    Verb validateCertificate() {
        return new MethodVerb(
                "validate-certificate",
                Set.of("contract", "number", "way"),
                "the member says that the proof is put (way: dns or file), and it is looked for",
                this::validate);
    }

    private void validate(World world, keiyaku.scenario.Step step) {
        var named = world.contract(step);
        var way =
                step.node()
                        .child("way")
                        .oneOf(Map.of(Way.DNS.code(), Way.DNS, Way.FILE.code(), Way.FILE));
        var account = named.owner().account();
        var checked = certificates.check(account, named.id(), number(step), way);
        if (checked.step() != Step.ISSUED && checked.reason() != null) {
            throw new RefusedException(
                    Refusal.of(checked.reason(), Map.of("name", String.valueOf(checked.name()))));
        }
    }

    private void put(String path, String field, String at, String valueField, String value) {
        var body = new HashMap<String, Object>();
        body.put(field, at);
        body.put(valueField, value);
        outside.atNames(path, body);
    }

    private Proof proof(World world, keiyaku.scenario.Step step) {
        var proof = certificate(world, step).proof();
        if (proof == null) {
            throw new RefusedException(Refusal.of("certificate-not-waiting"));
        }
        return Objects.requireNonNull(proof);
    }

    private Certificate certificate(World world, keiyaku.scenario.Step step) {
        var named = world.contract(step);
        return certificates.certificate(named.owner().account(), named.id(), number(step));
    }

    private static int number(keiyaku.scenario.Step step) {
        return step.node().has("number") ? step.node().child("number").integer(1, 10_000) : 1;
    }
}
