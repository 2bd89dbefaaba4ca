package keiyaku.certificate;

import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;

/** Why something cannot be done with a certificate. */
final class CertificateRefusal {

    private CertificateRefusal() {}

    static RefusedException unknown() {
        return new RefusedException(Refusal.of("certificate-unknown"));
    }

    /** There is nothing to prove now. */
    static RefusedException notWaiting() {
        return new RefusedException(Refusal.of("certificate-not-waiting"));
    }

    static RefusedException notIssued() {
        return new RefusedException(Refusal.of("certificate-not-issued"));
    }
}
