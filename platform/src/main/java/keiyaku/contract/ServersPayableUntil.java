package keiyaku.contract;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import keiyaku.billing.Receivable;
import keiyaku.payment.PayableUntil;
import keiyaku.shared.InvoiceId;
import org.springframework.stereotype.Component;

/** A server contract is not ended by dunning, but by its own days (H-11, H-12). */
@Component
class ServersPayableUntil implements PayableUntil {

    private final HostingStore servers;
    private final ContractStore store;

    ServersPayableUntil(HostingStore servers, ContractStore store) {
        this.servers = servers;
        this.store = store;
    }

    @Override
    public Map<InvoiceId, LocalDate> lastDays(Collection<Receivable> unpaid) {
        var days = new HashMap<InvoiceId, LocalDate>();
        var accounts = unpaid.stream().map(Receivable::account).distinct().toList();
        var contracts = unpaid.stream().map(Receivable::contract).filter(Objects::nonNull).toList();
        var known = servers.which(accounts, contracts);
        for (var receivable : unpaid) {
            var id = receivable.contract();
            if (id != null && known.contains(id)) {
                store.contract(receivable.account(), id)
                        .flatMap(c -> ServerDeadlines.lastDay(c, receivable.invoice()))
                        .ifPresent(day -> days.put(receivable.invoice(), day));
            }
        }
        return days;
    }
}
