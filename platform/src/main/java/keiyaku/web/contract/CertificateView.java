package keiyaku.web.contract;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import keiyaku.certificate.Certificate;
import keiyaku.certificate.Issued;
import keiyaku.certificate.Proof;
import keiyaku.certificate.Step;
import keiyaku.web.Page;
import keiyaku.web.part.Tone;
import org.jspecify.annotations.Nullable;

/** A certificate as the SSL page shows it: what happens next, and what has to be put where. */
public record CertificateView(Page page, Certificate certificate) {

    static List<CertificateView> of(Page page, List<Certificate> certificates) {
        return certificates.stream()
                .filter(one -> one.step() != Step.ENDED && one.step() != Step.NAMELESS)
                .map(one -> new CertificateView(page, one))
                .toList();
    }

    public int number() {
        return certificate.number();
    }

    public String name() {
        return Objects.requireNonNullElse(certificate.name(), "");
    }

    public String label() {
        return page.t("contract.certificate.state." + certificate.state());
    }

    public Tone tone() {
        return switch (certificate.step()) {
            case ISSUED -> Tone.GOOD;
            case FAILED -> Tone.CAUTION;
            case NAMELESS, ENDED -> Tone.QUIET;
            case ORDERED, WAITING, CHECKING, ISSUING -> Tone.WAITING;
        };
    }

    /** What happens next, and when. */
    public String sentence() {
        var current = certificate.current();
        var due = certificate.dueAt();
        return switch (certificate.step()) {
            case WAITING ->
                    current == null
                            ? page.t("contract.certificate.next.waiting")
                            : page.t("contract.certificate.next.waiting-renewal", last(current));
            case CHECKING ->
                    due == null
                            ? page.t("contract.certificate.next.checking")
                            : page.t("contract.certificate.next.checking-again", at(due));
            case ISSUED -> issued(current, due);
            case FAILED -> page.t("contract.certificate.next.failed");
            case ORDERED, ISSUING -> page.t("contract.certificate.next.ordered");
            case NAMELESS, ENDED -> "";
        };
    }

    private String issued(@Nullable Issued current, @Nullable Instant due) {
        if (current == null) {
            return "";
        }
        return due == null
                ? page.t("contract.certificate.next.issued", last(current))
                : page.t("contract.certificate.next.renews", last(current), at(due));
    }

    /** What was wrong the last time, in words; null when nothing was. */
    public @Nullable String reason() {
        var reason = certificate.reason();
        return reason == null || certificate.step() == Step.ISSUED
                ? null
                : page.t("contract.certificate.reason." + reason);
    }

    /** What to put where, while that is asked for. */
    public @Nullable Proof proof() {
        var asked = certificate.step() == Step.WAITING || certificate.step() == Step.CHECKING;
        return asked ? certificate.proof() : null;
    }

    public boolean failed() {
        return certificate.step() == Step.FAILED;
    }

    public @Nullable Issued current() {
        return certificate.current();
    }

    public String validity(Issued issued) {
        return page.t("contract.certificate.validity", at(issued.notBefore()), last(issued));
    }

    private String last(Issued issued) {
        return at(issued.notAfter());
    }

    private String at(Instant instant) {
        return page.time(instant);
    }
}
