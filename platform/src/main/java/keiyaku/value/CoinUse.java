package keiyaku.value;

import java.time.Instant;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;

/**
 * What one lot paid of an invoice; below zero: what of it returned to the lot.
 *
 * @param payer whose invoice it was
 * @param invoice on which invoice it happened
 * @param of the invoice that was paid: another one when a later invoice gives back
 */
public record CoinUse(
        AccountId payer,
        UUID id,
        InvoiceId invoice,
        InvoiceId of,
        AccountId lotOwner,
        UUID lot,
        CoinKind kind,
        Money amount,
        Instant at) {}
