package keiyaku.web.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import keiyaku.billing.Invoice;
import keiyaku.billing.InvoiceState;
import keiyaku.billing.Receivable;
import keiyaku.payment.Transfer;
import keiyaku.payment.TransferState;
import keiyaku.web.Page;
import keiyaku.web.part.Tone;
import org.jspecify.annotations.Nullable;

/**
 * An invoice and what has become of its amount, as pages show them.
 *
 * @param transfer by which it is or was to be paid; null for all others
 */
public record InvoiceView(Invoice invoice, Receivable receivable, @Nullable Transfer transfer) {

    /** How it stands, in the words of the member: keys under {@code billing.state}. */
    enum Standing {
        OPEN("open", Tone.WAITING),
        COLLECTING("collecting", Tone.WAITING),
        AWAITING_TRANSFER("awaiting-transfer", Tone.WAITING),
        UNPAID("unpaid", Tone.CAUTION),
        UNCOLLECTIBLE("uncollectible", Tone.BAD),
        PAID("paid", Tone.GOOD),
        GIVING_BACK("giving-back", Tone.INFO),
        REFUNDED("refunded", Tone.GOOD),
        CREDITED("credited", Tone.GOOD),
        VOID("void", Tone.QUIET);

        private final String code;
        private final Tone tone;

        Standing(String code, Tone tone) {
            this.code = code;
            this.tone = tone;
        }
    }

    public String href() {
        return "/my/invoices/" + invoice.id();
    }

    /** Whether it gives back instead of asking for money. */
    public boolean givesBack() {
        return invoice.amounts().total().isNegative();
    }

    /** Whether the member can pay it now by its method. */
    public boolean payable() {
        return receivable.open().isPositive() && awaited() == null;
    }

    public Tone tone() {
        return standing().tone;
    }

    public String standingKey() {
        return "billing.state." + standing().code;
    }

    /** What the page begins with: given back, paid by the member, or just what it comes to. */
    public String answerKey() {
        if (givesBack()) {
            return "billing.answer.credit";
        }
        boolean byMember =
                standing() == Standing.PAID
                        && receivable.settledInside().isZero()
                        && !invoice.amounts().total().isZero();
        return byMember ? "billing.answer.paid" : "billing.answer.invoice";
    }

    Standing standing() {
        return switch (receivable.state()) {
            case OPEN -> ofOpen();
            case PAID -> givesBack() ? Standing.CREDITED : Standing.PAID;
            case VOID -> Standing.VOID;
            case UNCOLLECTIBLE -> Standing.UNCOLLECTIBLE;
            case REFUNDED -> Standing.REFUNDED;
        };
    }

    private Standing ofOpen() {
        if (givesBack()) {
            return Standing.GIVING_BACK;
        }
        if (awaited() != null) {
            return Standing.AWAITING_TRANSFER;
        }
        if (receivable.failures() > 0 || receivable.overdueStage() > 0) {
            return Standing.UNPAID;
        }
        return receivable.collectAt() == null ? Standing.COLLECTING : Standing.OPEN;
    }

    /** The day in the invoice's zone on which it is collected next; null when none is planned. */
    public @Nullable LocalDate collectOn() {
        return day(receivable.collectAt());
    }

    /** What comes next, a sentence each. */
    public List<String> next(Page page) {
        var open = receivable.open().abs();
        var collect = collectOn();
        var sentences = new ArrayList<String>();
        switch (standing()) {
            case OPEN ->
                    sentences.add(
                            page.t("billing.next.open", open, Objects.requireNonNull(collect)));
            case AWAITING_TRANSFER -> {
                // Said with the account, by the page that shows it.
            }
            case COLLECTING -> sentences.add(page.t("billing.next.collecting", open));
            case UNPAID -> unpaid(page, sentences);
            case UNCOLLECTIBLE -> sentences.add(page.t("billing.next.uncollectible", open));
            case GIVING_BACK -> sentences.add(page.t("billing.next.giving-back", open));
            case PAID, REFUNDED, CREDITED -> sentences.add(page.t("billing.next.nothing"));
            case VOID -> {
                // What settled it was its own taking back, of which the credit note tells.
                return List.of(page.t("billing.next.void"));
            }
        }
        if (!receivable.settledInside().isZero()) {
            var inside = receivable.settledInside().abs();
            sentences.add(
                    page.t(givesBack() ? "billing.next.offset" : "billing.next.balance", inside));
        }
        return sentences;
    }

    private void unpaid(Page page, List<String> sentences) {
        var collect = collectOn();
        var open = receivable.open();
        sentences.add(
                collect == null
                        ? page.t("billing.next.no-retry", open)
                        : page.t("billing.next.retry", open, collect));
        var overdue = day(receivable.overdueAt());
        if (overdue != null) {
            var key = receivable.overdueStage() == 0 ? "suspension" : "end";
            sentences.add(page.t("billing.next." + key, overdue));
        }
    }

    /** The transfer that is still to come; null when none is. */
    public @Nullable Transfer awaited() {
        return transfer != null && transfer.state() == TransferState.AWAITING ? transfer : null;
    }

    boolean isOpen() {
        return receivable.state() == InvoiceState.OPEN;
    }

    private @Nullable LocalDate day(@Nullable Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, invoice.zone());
    }
}
