package keiyaku.billing;

import java.time.Instant;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;

/**
 * Money that settled a part of an invoice: above zero it was collected, below zero given back.
 *
 * @param reference the payment's or refund's id
 */
public record Settlement(
        AccountId account, InvoiceId invoice, UUID reference, Money amount, Instant at) {}
