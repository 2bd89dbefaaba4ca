package keiyaku.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import keiyaku.billing.CreditNotes;
import keiyaku.billing.Invoice;
import keiyaku.billing.InvoicesPaid;
import keiyaku.billing.Receivables;
import keiyaku.catalog.ProductOption;
import keiyaku.certificate.Certificates;
import keiyaku.certificate.Wanted;
import keiyaku.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes what only server contracts have; of a chunk without them, nothing. */
@Component
class ServerWriting {

    private final HostingStore store;
    private final Receivables receivables;
    private final CreditNotes creditNotes;
    private final Certificates certificates;
    private final ApplicationEventPublisher events;

    ServerWriting(
            HostingStore store,
            Receivables receivables,
            CreditNotes creditNotes,
            Certificates certificates,
            ApplicationEventPublisher events) {
        this.store = store;
        this.creditNotes = creditNotes;
        this.certificates = certificates;
        this.receivables = receivables;
        this.events = events;
    }

    /** Terms that have just been charged learn on which invoice they stand. */
    void write(List<Writing.Step> steps, List<Invoice> issued) {
        var servers =
                steps.stream()
                        .map(step -> step.outcome().contract())
                        .filter(contract -> contract.hosting() != null)
                        .toList();
        if (servers.isEmpty()) {
            return;
        }
        var invoiceOf = new HashMap<ContractId, Invoice>();
        for (var invoice : issued) {
            var contract = invoice.charges().getFirst().contract();
            if (contract != null) {
                invoiceOf.put(contract, invoice);
            }
        }
        steps.forEach(this::takeBack);
        store.write(servers.stream().map(c -> billed(c, invoiceOf)).toList());
        certificates.follow(servers.stream().flatMap(ServerWriting::certificates).toList());
        servers.forEach(c -> tellIfPaid(c, invoiceOf.get(c.id())));
    }

    private void takeBack(Writing.Step step) {
        var contract = step.outcome().contract();
        for (var invoice : step.outcome().voids()) {
            creditNotes.takeBack(
                    new CreditNotes.Wanted(
                            contract.account(), invoice, List.of(), "not-served", true, step.by()));
        }
    }

    /** Those that have begun; what is not paid is not asked for at the authority. */
    private static Stream<Wanted> certificates(Contract contract) {
        return contract.requireHosting().items().stream()
                .filter(item -> item.kind() == ProductOption.Kind.SSL && item.agreement() != null)
                .map(item -> certificate(contract, item));
    }

    private static Wanted certificate(Contract contract, OptionItem item) {
        var next = item.next();
        var term = next != null && next.paid() ? next.agreement() : item.requireAgreement();
        return new Wanted(
                contract.account(),
                contract.id(),
                item.number(),
                item.option(),
                item.name(),
                term.period().end().atStartOfDay(contract.zone()).toInstant(),
                item.isLive() && contract.state() != ContractState.ENDED);
    }

    private static Contract billed(Contract contract, Map<ContractId, Invoice> invoiceOf) {
        var invoice = invoiceOf.get(contract.id());
        return invoice == null
                ? contract
                : contract.withHosting(contract.requireHosting().billedOn(invoice.id()));
    }

    /** What was kept for the member may have paid all of it as it was issued. */
    private void tellIfPaid(Contract contract, @Nullable Invoice invoice) {
        if (invoice == null || invoice.amounts().total().isNegative()) {
            return;
        }
        var left = receivables.of(contract.account(), List.of(invoice.id())).get(invoice.id());
        if (left != null && left.open().isZero()) {
            var paid = new InvoicesPaid.Paid(contract.account(), invoice.id(), contract.id());
            events.publishEvent(new InvoicesPaid(List.of(paid)));
        }
    }
}
