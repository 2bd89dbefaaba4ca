package keiyaku.billing;

import java.time.Instant;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import org.jspecify.annotations.Nullable;

/**
 * That an issued invoice was corrected (B-11).
 *
 * @param note the credit note: an invoice below zero, numbered in a series of its own
 * @param voids the whole invoice, so that nothing is left of it
 * @param replacedBy the invoice in the place of a void one
 * @param by the operator, or the work that did it
 */
public record Correction(
        AccountId account,
        InvoiceId note,
        InvoiceId invoice,
        boolean voids,
        @Nullable InvoiceId replacedBy,
        String reason,
        String by,
        Instant at) {}
