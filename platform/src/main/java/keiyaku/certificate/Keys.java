package keiyaku.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Key pairs (P-256), made here and kept sealed. */
@Component
class Keys {

    private static final String KIND = "EC";
    private static final int BITS = 256;

    private final Sealing sealing;

    Keys(Sealing sealing) {
        this.sealing = sealing;
    }

    /** A new pair, sealed for a place; both halves are in it. */
    String make(String place) {
        try {
            var generator = KeyPairGenerator.getInstance(KIND);
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            return encoded(pair.getPublic())
                    + "."
                    + sealing.seal(pair.getPrivate().getEncoded(), place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    KeyPair open(String kept, String place) {
        try {
            var factory = KeyFactory.getInstance(KIND);
            int dot = kept.indexOf('.');
            var open = Base64.getDecoder().decode(kept.substring(0, dot));
            var secret = sealing.open(kept.substring(dot + 1), place);
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(open)),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(secret)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The private half as PEM (PKCS #8), as web servers read it. */
    String pem(String kept, String place) {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return "-----BEGIN PRIVATE KEY-----\n"
                + base64.encodeToString(open(kept, place).getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static String encoded(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
