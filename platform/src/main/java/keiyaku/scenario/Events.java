package keiyaku.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import keiyaku.billing.Invoice;
import keiyaku.contract.Contracts;
import keiyaku.payment.Payments;

/** All that happened in a scenario, in order of time. */
record Events(Contracts contracts, Payments payments, CertificateReport certificates) {

    List<Map<String, Object>> of(World world, List<Invoice> issued) {
        var events = new ArrayList<Map<String, Object>>();
        for (var named : world.contracts()) {
            var account = named.owner().account();
            for (var change : contracts.changes(account, named.id())) {
                var row = new LinkedHashMap<String, Object>();
                row.put("at", Reports.at(change.at(), world.zone()));
                row.put("type", change.type());
                row.put("member", named.owner().person().id());
                row.put("contract", named.as());
                row.put("on", change.on().toString());
                row.putAll(change.details());
                events.add(row);
            }
        }
        world.contracts().forEach(named -> events.addAll(certificates.events(named, world)));
        for (var citizen : world.citizens()) {
            for (var invoice : issued) {
                if (invoice.account().equals(citizen.account())) {
                    events.add(invoice(world, citizen, invoice));
                }
            }
            for (var payment : payments.of(citizen.account(), Reports.ALL)) {
                var row = new LinkedHashMap<String, Object>();
                row.put("at", Reports.at(payment.at(), world.zone()));
                row.put("type", "payment-" + payment.state().code());
                row.put("member", citizen.person().id());
                row.put("amount", payment.amount().minor());
                events.add(row);
            }
        }
        events.sort(Comparator.comparing(row -> String.valueOf(row.get("at"))));
        return events;
    }

    private static Map<String, Object> invoice(
            World world, World.Citizen citizen, Invoice invoice) {
        var row = new LinkedHashMap<String, Object>();
        row.put("at", Reports.at(invoice.issuedAt(), world.zone()));
        row.put("type", "invoice-issued");
        row.put("member", citizen.person().id());
        row.put("invoice", invoice.number());
        row.put("amount", invoice.amounts().total().minor());
        return row;
    }
}
