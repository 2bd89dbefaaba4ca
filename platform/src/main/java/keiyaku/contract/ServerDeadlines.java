package keiyaku.contract;

import java.time.LocalDate;
import java.util.Optional;
import keiyaku.shared.InvoiceId;

/** Until when what stands on an unpaid invoice of a server contract can be paid without loss. */
final class ServerDeadlines {

    private ServerDeadlines() {}

    static Optional<LocalDate> lastDay(Contract contract, InvoiceId invoice) {
        return switch (contract.state()) {
            case AWAITING_PAYMENT -> Optional.of(ServerSchedule.lapsesOn(contract).minusDays(1));
            case ACTIVE -> active(contract, invoice);
            case SUSPENDED -> Optional.of(ServerSchedule.deletedOn(contract).minusDays(1));
            case TRIAL, ENDED -> Optional.empty();
        };
    }

    private static Optional<LocalDate> active(Contract contract, InvoiceId invoice) {
        var hosting = contract.requireHosting();
        var next = hosting.next();
        if (next != null && next.isOn(invoice)) {
            return Optional.of(contract.requireAgreement().period().lastDay());
        }
        return hosting.items().stream()
                .filter(item -> item.next() != null && item.next().isOn(invoice))
                .map(
                        item ->
                                item.agreement() == null
                                        ? ServerSchedule.optionLapsesOn(hosting, item).minusDays(1)
                                        : item.period().lastDay())
                .min(LocalDate::compareTo);
    }
}
