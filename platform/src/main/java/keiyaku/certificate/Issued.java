package keiyaku.certificate;

import java.time.Instant;

/**
 * A certificate as the authority issued it.
 *
 * @param issue counted from 1 for a bought certificate
 * @param chain the certificate, then its issuers', as PEM
 */
public record Issued(
        int issue,
        String name,
        String subject,
        String issuer,
        String serial,
        Instant notBefore,
        Instant notAfter,
        String chain,
        Instant issuedAt) {}
