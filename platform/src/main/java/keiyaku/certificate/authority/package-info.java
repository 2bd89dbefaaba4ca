/** How a certificate authority is spoken to: ACME (RFC 8555), with acme4j (decision 0051). */
@NullMarked
package keiyaku.certificate.authority;

import org.jspecify.annotations.NullMarked;
