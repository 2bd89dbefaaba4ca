package sandbox.authority;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Journal;
import sandbox.shared.Json;

/** The authority's own key and certificate, and those that it issues. */
final class Issuing {
    static final String NAME = "CN=Keiyaku Sandbox CA,O=Keiyaku Sandbox,C=JP";

    /** Baseline requirements: domain, organization and extended validation. */
    private static final List<String> POLICIES =
            List.of("2.23.140.1.2.1", "2.23.140.1.2.2", "2.23.140.1.1");

    private record Kept(String key, String certificate) {}

    private record Own(PrivateKey key, X509Certificate certificate) {}

    private final Journal journal;
    private @Nullable Kept kept;
    private @Nullable Own own;

    Issuing(Journal journal) {
        this.journal = journal;
        journal.replay(line -> kept = Json.from(line, Kept.class));
    }

    /** Made or read when it is first needed, which at most starts it is not. */
    private synchronized Own own() {
        var known = own;
        if (known == null) {
            known = kept == null ? made() : read(kept);
            own = known;
        }
        return known;
    }

    private static Own read(Kept kept) {
        try {
            var key = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(kept.key()));
            return new Own(
                    KeyFactory.getInstance("EC").generatePrivate(key),
                    certificate(Base64.getDecoder().decode(kept.certificate())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Own made() {
        try {
            var keys = keys();
            var name = new X500Name(NAME);
            // Valid at every time that a scenario plays at.
            var builder =
                    new JcaX509v3CertificateBuilder(
                            name,
                            serial(),
                            Date.from(Instant.parse("2000-01-01T00:00:00Z")),
                            Date.from(Instant.parse("2099-12-31T00:00:00Z")),
                            name,
                            keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            var made = new Own(keys.getPrivate(), signed(builder, keys.getPrivate()));
            journal.append(
                    new Kept(
                            Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()),
                            Base64.getEncoder().encodeToString(made.certificate().getEncoded())));
            return made;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String root() {
        return pem(own().certificate());
    }

    /** The certificate for a request and its issuer's, as PEM. Refused with badCSR. */
    String issue(Order order, byte[] request) {
        try {
            var csr = new JcaPKCS10CertificationRequest(request);
            requireFits(order, csr);
            var builder =
                    new JcaX509v3CertificateBuilder(
                            new X500Name(NAME),
                            serial(),
                            Date.from(order.from()),
                            Date.from(order.until()),
                            new X500Name("CN=" + order.name()),
                            csr.getPublicKey());
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, order.name())));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    false,
                    new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(Extension.certificatePolicies, false, policy(order.profile()));
            return pem(signed(builder, own().key())) + pem(own().certificate());
        } catch (IOException | PKCSException | GeneralSecurityException e) {
            throw new Refused(400, "badCSR", "The request for a certificate cannot be read.");
        }
    }

    private static void requireFits(Order order, JcaPKCS10CertificationRequest csr)
            throws PKCSException, GeneralSecurityException {
        var verifier = new org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder();
        try {
            if (!csr.isSignatureValid(verifier.build(csr.getPublicKey()))) {
                throw new Refused(400, "badCSR", "The request is not signed by its key.");
            }
        } catch (OperatorCreationException e) {
            throw new Refused(400, "badPublicKey", "The key is of no known kind.");
        }
        var names = csr.getRequestedExtensions();
        var asked =
                names == null
                        ? null
                        : GeneralNames.fromExtensions(names, Extension.subjectAlternativeName);
        var all =
                asked == null
                        ? List.<String>of()
                        : Arrays.stream(asked.getNames())
                                .map(name -> name.getName().toString().toLowerCase(Locale.ROOT))
                                .toList();
        if (!all.equals(List.of(order.name()))) {
            throw new Refused(400, "badCSR", "The request names " + all + ".");
        }
    }

    private static CertificatePolicies policy(String profile) {
        int kind = profile.endsWith("ev") ? 2 : profile.endsWith("ov") ? 1 : 0;
        var id = new ASN1ObjectIdentifier(POLICIES.get(kind));
        return new CertificatePolicies(new PolicyInformation(id));
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, IOException {
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
            return certificate(builder.build(signer).getEncoded());
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new java.io.ByteArrayInputStream(der));
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static BigInteger serial() {
        return new BigInteger(127, new SecureRandom()).setBit(126);
    }

    private static String pem(X509Certificate certificate) {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(certificate);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    /** How long a certificate is good for when its order does not say. */
    static Duration usual() {
        return Duration.ofDays(90);
    }
}
