package keiyaku.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import keiyaku.billing.Charge;
import keiyaku.billing.InvoiceAmounts;
import org.jspecify.annotations.Nullable;

/**
 * What an action would cost, to the unit (C-11). Done with its fingerprint, it costs this or is
 * refused as out of date.
 *
 * @param charges the lines of the invoice that it leads to on the day it takes effect
 * @param amounts null when nothing is charged or given back
 * @param nextChargeOn when something is charged after that; null when nothing is
 */
public record Quote(
        LocalDate effectiveOn,
        List<Charge> charges,
        @Nullable InvoiceAmounts amounts,
        @Nullable LocalDate nextChargeOn) {

    public Quote {
        charges = List.copyOf(charges);
    }

    /** A short text that is another one as soon as a day or an amount is. */
    public String fingerprint() {
        var content = new StringBuilder(effectiveOn.toString());
        for (var charge : charges) {
            content.append('|')
                    .append(charge.kind().code())
                    .append(charge.period())
                    .append(charge.amount())
                    .append(charge.taxCategory());
        }
        content.append('|').append(amounts == null ? "" : amounts.total());
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
