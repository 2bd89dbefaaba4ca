package keiyaku.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import keiyaku.billing.Correction;
import keiyaku.billing.Invoice;
import keiyaku.billing.Receivable;
import keiyaku.payment.Transfer;
import keiyaku.shared.InvoiceId;
import keiyaku.value.Reduction;
import keiyaku.web.billing.InvoiceWords;
import org.jspecify.annotations.Nullable;

/** How invoices look as JSON: lines with what lowered them, sums, transfer, corrections. */
final class InvoiceViews {

    private InvoiceViews() {}

    static Map<String, Object> invoice(
            Invoice invoice, @Nullable Receivable receivable, Parts parts, InvoiceWords words) {
        var transfer = parts.transfers().get(invoice.id());
        var reductions = parts.reductions().getOrDefault(invoice.id(), List.of());
        var corrections =
                parts.corrections().stream().filter(c -> isAbout(c, invoice.id())).toList();
        return Views.object(
                "object", "invoice",
                "id", invoice.id(),
                "number", invoice.number(),
                "issuedOn", invoice.issuedOn(),
                "dueOn", invoice.dueOn(),
                "state", receivable == null ? null : receivable.state().code(),
                "open", receivable == null ? null : receivable.open(),
                "collectAt", receivable == null ? null : receivable.collectAt(),
                "failures", receivable == null ? null : receivable.failures(),
                "lines", lines(invoice, reductions, words),
                "amounts", Views.amounts(invoice.amounts()),
                "transfer", transfer == null ? null : transfer(transfer),
                "corrections", corrections.stream().map(InvoiceViews::correction).toList());
    }

    /** What belongs to invoices besides their own rows, for one page of them. */
    record Parts(
            Map<InvoiceId, Transfer> transfers,
            Map<InvoiceId, List<Reduction>> reductions,
            List<Correction> corrections) {}

    private static boolean isAbout(Correction correction, InvoiceId invoice) {
        return Stream.of(correction.invoice(), correction.note(), correction.replacedBy())
                .anyMatch(invoice::equals);
    }

    private static List<Map<String, Object>> lines(
            Invoice invoice, List<Reduction> reductions, InvoiceWords words) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var charge : invoice.charges()) {
            var line = new LinkedHashMap<>(Views.line(charge, words));
            int number = lines.size() + 1;
            line.put(
                    "reductions",
                    reductions.stream()
                            .filter(r -> r.line() == number)
                            .map(InvoiceViews::reduction)
                            .toList());
            lines.add(line);
        }
        return lines;
    }

    private static Map<String, Object> reduction(Reduction reduction) {
        return Views.object(
                "kind", reduction.kind().code(),
                "grant", reduction.grant(),
                "name", reduction.name(),
                "amount", reduction.amount());
    }

    private static Map<String, Object> correction(Correction correction) {
        return Views.object(
                "kind", correction.voids() ? "void" : "credit",
                "invoice", correction.invoice(),
                "creditNote", correction.note(),
                "replacedBy", correction.replacedBy(),
                "reason", correction.reason(),
                "at", correction.at());
    }

    static Map<String, Object> transfer(Transfer transfer) {
        return Views.object(
                "object", "transfer",
                "state", transfer.state().code(),
                "bankCode", transfer.to().bankCode(),
                "branchCode", transfer.to().branchCode(),
                "accountType", transfer.to().type().code(),
                "accountNumber", transfer.to().number(),
                "holder", transfer.holder(),
                "reference", transfer.reference(),
                "amount", transfer.amount(),
                "received", transfer.received(),
                "left", transfer.left(),
                "lastOn", transfer.lastOn());
    }
}
