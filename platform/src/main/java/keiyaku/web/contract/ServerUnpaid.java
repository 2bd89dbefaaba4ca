package keiyaku.web.contract;

import java.util.List;
import keiyaku.billing.Receivable;
import keiyaku.billing.Receivables;
import keiyaku.contract.Contract;
import keiyaku.payment.MethodKind;
import keiyaku.payment.Transfer;
import keiyaku.payment.Transfers;
import org.jspecify.annotations.Nullable;

/**
 * What is open of a server contract's first or next term.
 *
 * @param owed null when nothing is
 * @param transfer that is awaited for it; null when it is paid otherwise
 */
public record ServerUnpaid(@Nullable Receivable owed, @Nullable Transfer transfer) {

    static ServerUnpaid of(Contract contract, Receivables receivables, Transfers transfers) {
        var hosting = contract.hosting();
        var next = hosting == null ? null : hosting.next();
        var invoice = next == null || next.paid() ? null : next.invoice();
        if (hosting == null || invoice == null) {
            return new ServerUnpaid(null, null);
        }
        var owed = receivables.of(contract.account(), List.of(invoice)).get(invoice);
        var transfer =
                hosting.payBy() == MethodKind.TRANSFER
                        ? transfers.ofInvoice(contract.account(), invoice).orElse(null)
                        : null;
        return new ServerUnpaid(owed, transfer);
    }
}
