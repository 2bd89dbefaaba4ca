package keiyaku.certificate.authority;

import java.security.cert.X509Certificate;
import java.time.Duration;

/** What an authority said. */
public sealed interface Answer {

    /** The order stands; one of the two proofs has to be put. */
    record Asks(
            String order,
            String recordName,
            String recordValue,
            String filePath,
            String fileContent)
            implements Answer {}

    /** Nothing is to be proven any more: the certificate can be made. */
    record Ready(String order) implements Answer {}

    /** The proof was not found or differs; it can be put right and looked for again. */
    record NotFound(String reason) implements Answer {}

    /** The order is over, and a new one with a new proof is needed. */
    record GivenUp(String reason) implements Answer {}

    /** The authority will not, however often it is asked. */
    record Refused(String reason) implements Answer {}

    /** It did not answer, or wants to be left alone for a while. */
    record NotNow(Duration wish) implements Answer {}

    /**
     * The certificate.
     *
     * @param chain with its issuers', as PEM
     */
    record Made(X509Certificate certificate, String chain) implements Answer {

        public String name() {
            return certificate.getSubjectX500Principal().getName();
        }
    }
}
