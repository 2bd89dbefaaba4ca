package sandbox.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import sandbox.World;
import sandbox.shared.Json;

/** The authority as a client of RFC 8555 meets it. */
class AuthorityTest {
    private static final World WORLD = new World();
    private static final String ORDER =
            """
            {"identifiers":[{"type":"dns","value":"www.example.jp"}],
             "notBefore":"2026-04-01T00:00:00Z","notAfter":"2026-06-01T00:00:00Z"}\
            """;

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    /** One that signs its requests with a key. */
    private static final class Client {
        private final KeyPair keys = pair();
        private @Nullable String account;

        World.Answer register() {
            var answer = post("accounts", "{\"termsOfServiceAgreed\":true}");
            account = answer.header("Location");
            return answer;
        }

        World.Answer post(String path, String payload) {
            return send(at("/acme/" + path), payload, nonce(), keys);
        }

        World.Answer send(URI at, String payload, String nonce, KeyPair signer) {
            try {
                var jws = new JsonWebSignature();
                jws.setAlgorithmHeaderValue("ES256");
                jws.setHeader("url", at.toString());
                jws.setHeader("nonce", nonce);
                if (account == null) {
                    jws.setJwkHeader(PublicJsonWebKey.Factory.newPublicJwk(keys.getPublic()));
                } else {
                    jws.setHeader("kid", account);
                }
                jws.setPayload(payload);
                jws.setKey(signer.getPrivate());
                var parts = jws.getCompactSerialization().split("\\.", -1);
                var body =
                        Map.of(
                                "protected", parts[0],
                                "payload", parts[1],
                                "signature", parts[2]);
                return WORLD.post(at, Json.text(body), "Content-Type", "application/jose+json");
            } catch (org.jose4j.lang.JoseException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static URI at(String path) {
        return WORLD.sandbox.authority().resolve(path);
    }

    private static String nonce() {
        return WORLD.get(at("/acme/nonce")).header("Replay-Nonce");
    }

    @Test
    void anOrderIsProvenByItsRecordAndIssued() throws Exception {
        var client = new Client();
        assertThat(client.register().status()).isEqualTo(201);
        var order = client.post("orders", ORDER);
        assertThat(order.at("/status")).isEqualTo("pending");
        var authorization = path(order.at("/authorizations/0"));
        var way = authorization + "/dns-01";
        var token = client.post(way, "").at("/token");
        var looked = client.post(way, "{}");
        assertThat(looked.at("/status")).isEqualTo("processing");
        assertThat(looked.at("/error/type")).endsWith(":dns");
        var early = client.post(path(order.at("/finalize")), "{\"csr\":\"\"}");
        assertThat(early.at("/type")).endsWith(":orderNotReady");
        put("_acme-challenge.WWW.example.jp.", digest(token + "." + thumbprint(client.keys)));
        assertThat(client.post(way, "{}").at("/status")).isEqualTo("valid");
        var request = Base64.getUrlEncoder().withoutPadding().encodeToString(request(client.keys));
        var issued = client.post(path(order.at("/finalize")), "{\"csr\":\"" + request + "\"}");
        assertThat(issued.at("/status")).isEqualTo("valid");
        var chain = chain(client.post(path(issued.at("/certificate")), "").text());
        assertThat(chain).hasSize(2);
        chain.getFirst().verify(chain.getLast().getPublicKey());
        assertThat(chain.getFirst().getNotAfter().toInstant()).isEqualTo("2026-06-01T00:00:00Z");
        assertThat(client.post("orders", ORDER).at("/status"))
                .as("still proven")
                .isEqualTo("ready");
    }

    @Test
    void requestsThatAreNotRightChangeNothing() {
        var client = new Client();
        client.register();
        var orders = at("/acme/orders");
        var used = nonce();
        assertThat(client.send(orders, ORDER, used, client.keys).status()).isEqualTo(201);
        assertThat(client.send(orders, ORDER, used, client.keys).at("/type")).endsWith(":badNonce");
        assertThat(client.send(orders, ORDER, nonce(), pair()).status()).isEqualTo(401);
        var other = new Client();
        other.register();
        var order = client.post("orders", ORDER);
        assertThat(other.post(path(order.header("Location")), "").status()).isEqualTo(404);
        WORLD.post(at("/control/refusals"), "{\"name\":\"refused.example\"}");
        assertThat(
                        client.post("orders", ORDER.replace("www.example.jp", "refused.example"))
                                .at("/type"))
                .endsWith(":rejectedIdentifier");
    }

    private static void put(String name, String value) {
        WORLD.post(at("/control/dns"), Json.text(Map.of("name", name, "value", value)));
    }

    private static String path(String url) {
        return url.substring(url.indexOf("/acme/") + "/acme/".length());
    }

    private static String digest(String text) throws Exception {
        var hash =
                java.security.MessageDigest.getInstance("SHA-256")
                        .digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static String thumbprint(KeyPair keys) throws Exception {
        return Jws.thumbprint(PublicJsonWebKey.Factory.newPublicJwk(keys.getPublic()).toJson());
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] request(KeyPair keys) throws Exception {
        var names = new ExtensionsGenerator();
        names.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.dNSName, "www.example.jp")));
        return new JcaPKCS10CertificationRequestBuilder(
                        new X500Name("CN=www.example.jp"), keys.getPublic())
                .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, names.generate())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                .getEncoded();
    }

    private static List<X509Certificate> chain(String pem) throws Exception {
        var chain = new ArrayList<X509Certificate>();
        var bytes = pem.getBytes(StandardCharsets.US_ASCII);
        for (var one :
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(bytes))) {
            chain.add((X509Certificate) one);
        }
        return chain;
    }
}
