package sandbox.authority;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Ids;
import sandbox.shared.Json;
import tools.jackson.databind.JsonNode;

/** Signed requests (RFC 8555, 6.2): signature, address and nonce are checked, each nonce once. */
final class Jws {
    private static final AlgorithmConstraints ALLOWED =
            new AlgorithmConstraints(
                    ConstraintType.PERMIT,
                    AlgorithmIdentifiers.RSA_USING_SHA256,
                    AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                    AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
                    AlgorithmIdentifiers.EDDSA);
    private static final int MOST = 10_000;

    private final Map<String, Boolean> nonces = new ConcurrentHashMap<>();

    /**
     * A request as it was signed.
     *
     * @param key the key itself as JSON, when it was sent along; else null
     * @param account the address of the account that signed, else null
     * @param payload null for an empty one, which asks as GET does
     */
    record Signed(@Nullable String key, @Nullable String account, @Nullable JsonNode payload) {}

    private record Body(
            @Nullable String protectedHeader, @Nullable String payload, String signature) {}

    String nonce() {
        if (nonces.size() >= MOST) {
            nonces.clear();
        }
        var nonce = Ids.next("n").replace('_', '-');
        nonces.put(nonce, true);
        return nonce;
    }

    /** Checks a request that came to an address; the key of an account is looked up by it. */
    Signed read(byte[] body, String address, Function<String, String> keyOf) {
        var flat = body(body);
        var header = Json.tree(decoded(flat.protectedHeader()));
        var key = header.has("jwk") ? header.get("jwk").toString() : null;
        var account = header.has("kid") ? header.get("kid").asString() : null;
        if ((key == null) == (account == null)) {
            throw malformed("Exactly one of jwk and kid is needed.");
        }
        if (!address.equals(header.path("url").asString(""))) {
            throw new Refused(401, "unauthorized", "The signed url is not this address.");
        }
        verify(flat, key != null ? key : keyOf.apply(String.valueOf(account)));
        if (nonces.remove(header.path("nonce").asString("")) == null) {
            throw new Refused(400, "badNonce", "The nonce is not known or was used.");
        }
        var text = decoded(flat.payload());
        return new Signed(key, account, text.isEmpty() ? null : Json.tree(text));
    }

    private static Body body(byte[] body) {
        var tree = Json.read(body, JsonNode.class);
        return new Body(
                tree.path("protected").asString(""),
                tree.path("payload").asString(""),
                tree.path("signature").asString(""));
    }

    private static void verify(Body flat, String key) {
        try {
            var jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(ALLOWED);
            jws.setCompactSerialization(
                    flat.protectedHeader() + "." + flat.payload() + "." + flat.signature());
            jws.setKey(PublicJsonWebKey.Factory.newPublicJwk(key).getPublicKey());
            if (!jws.verifySignature()) {
                throw new Refused(401, "unauthorized", "The signature is not of this key.");
            }
        } catch (JoseException e) {
            throw malformed("The signature cannot be read.");
        }
    }

    /** What a proof has to hold besides its token (RFC 8555, 8.1). */
    static String thumbprint(String key) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(key)
                    .calculateBase64urlEncodedThumbprint("SHA-256");
        } catch (JoseException e) {
            throw malformed("The key cannot be read.");
        }
    }

    private static String decoded(@Nullable String part) {
        try {
            return new String(
                    java.util.Base64.getUrlDecoder().decode(part == null ? "" : part),
                    java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed("A part is not base64url.");
        }
    }

    private static Refused malformed(String why) {
        return new Refused(400, "malformed", why);
    }
}
