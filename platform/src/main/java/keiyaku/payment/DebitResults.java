package keiyaku.payment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import keiyaku.payment.BankFileStore.BankFile;
import keiyaku.payment.BankFileStore.Place;
import keiyaku.payment.GatewayCalls.Answered;
import keiyaku.payment.gateway.Outcome;
import keiyaku.payment.iso20022.RefusalCode;
import keiyaku.payment.iso20022.StatusReport;
import keiyaku.payment.zengin.DebitFile;
import keiyaku.payment.zengin.DebitResult;
import keiyaku.payment.zengin.WrongFileException;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes what the bank answers to a request file: all of it or, when anything does not agree, none.
 * A result that is told twice finds nothing left to write (P-7).
 */
@Component
class DebitResults {

    /** All of a request was refused, for a fault in the file: none of its debits was tried. */
    private static final String FILE_REFUSED = "file-refused";

    private static final int CUSTOMER_NUMBER = 92;
    private static final int AMOUNT = 81;

    private final BankFileStore files;
    private final PaymentStore payments;
    private final AttemptResults results;
    private final DisputeBooking disputes;
    private final Mandates mandates;
    private final Provider provider;

    DebitResults(
            BankFileStore files,
            PaymentStore payments,
            AttemptResults results,
            DisputeBooking disputes,
            Mandates mandates,
            Provider provider) {
        this.files = files;
        this.payments = payments;
        this.results = results;
        this.disputes = disputes;
        this.mandates = mandates;
        this.provider = provider;
    }

    /** Where in the bank's file something stands: of a debit's number, and of its amount. */
    private record At(int line, int number, int amount) {}

    /**
     * What the bank says of one debit.
     *
     * @param amount null when it does not repeat it
     * @param reason null when it was collected
     */
    private record Told(
            String number, @Nullable Money amount, @Nullable RefusalCode reason, At at) {}

    /** A request of ours with its debits by line. */
    private record Request(BankFile file, Map<Integer, Payment> debits) {}

    /**
     * @throws WrongFileException when it is no result file, or not one of a request of ours
     */
    void take(byte[] content) {
        var told = new ArrayList<Told>();
        int line = 1;
        for (var batch : DebitFile.readResult(content).batches()) {
            for (var debit : batch.debits()) {
                line++;
                told.add(
                        new Told(
                                debit.customerNumber(),
                                new Money(debit.amount(), provider.currency()),
                                reason(debit.result()),
                                new At(line, CUSTOMER_NUMBER, AMOUNT)));
            }
            line += 2;
        }
        write(told);
    }

    /** As {@link #take}, of a bank outside Japan: pain.002. */
    void takeReport(byte[] content) {
        var report = StatusReport.read(content);
        if (report.refused() != null) {
            refuse(report);
            return;
        }
        write(
                report.entries().stream()
                        .map(
                                e ->
                                        new Told(
                                                e.id(),
                                                e.amount(),
                                                e.reason().isEmpty()
                                                        ? null
                                                        : RefusalCode.of(e.reason()),
                                                new At(e.line(), e.column(), e.column())))
                        .toList());
    }

    private void refuse(StatusReport report) {
        var name = report.request();
        if (!name.matches("debit-[0-9]{12}")) {
            throw new WrongFileException(1, 1, "the request " + name + " is none of ours");
        }
        var at = new At(1, 1, 1);
        var request = request(Long.parseLong(name.substring("debit-".length())), at);
        var why = new Outcome.Refused(FILE_REFUSED, false);
        results.write(
                request.debits().values().stream()
                        .map(payment -> new Answered<>(attempt(payment), (Outcome) why))
                        .toList());
        files.update(request.file(), "answered", report.refused(), null);
    }

    private void write(List<Told> all) {
        var answers = new ArrayList<Answered<Attempt>>();
        var ended = new HashMap<Payment, String>();
        var requests = new HashMap<Long, Request>();
        for (var told : all) {
            var place = place(told);
            var request = requests.computeIfAbsent(place.file(), n -> request(n, told.at()));
            var payment = payment(request, place, told);
            var reason = told.reason();
            if (reason != null && payment.state() == PaymentState.CAPTURED) {
                disputes.returned(payment, collected(place), reason.reason());
            } else {
                answers.add(new Answered<>(attempt(payment), outcome(told, place)));
            }
            if (reason != null && reason.forGood()) {
                ended.put(payment, reason.reason());
            }
        }
        results.write(answers);
        ended.forEach(mandates::ended);
        requests.values().forEach(r -> files.update(r.file(), "answered", null, null));
    }

    private static @Nullable RefusalCode reason(DebitResult result) {
        return result == DebitResult.COLLECTED
                ? null
                : new RefusalCode(result.reason(), result.forGood());
    }

    private static Place place(Told told) {
        var number = told.number();
        if (!number.matches("[0-9]{20}")) {
            throw wrong(told.at(), "the customer number is none of ours");
        }
        return new Place(Long.parseLong(number, 0, 12, 10), Integer.parseInt(number, 12, 20, 10));
    }

    /** All debits of a request are read at once. */
    private Request request(long number, At at) {
        var file =
                files.find(BankFileStore.OUT, number)
                        .orElseThrow(() -> wrong(at, "there is no such request"));
        var byLine = files.inFile(number);
        var found = new HashMap<java.util.UUID, Payment>();
        payments.named(
                        byLine.values().stream()
                                .map(subject -> new AccountId(subject.account()))
                                .distinct()
                                .toList(),
                        byLine.values().stream().map(subject -> subject.id()).toList())
                .forEach(payment -> found.put(payment.id().value(), payment));
        var debits = new HashMap<Integer, Payment>();
        byLine.forEach(
                (line, subject) -> {
                    var payment = found.get(subject.id());
                    if (payment != null) {
                        debits.put(line, payment);
                    }
                });
        return new Request(file, debits);
    }

    private static Payment payment(Request request, Place place, Told told) {
        var payment = request.debits().get(place.line());
        if (payment == null) {
            throw wrong(told.at(), "it was not asked for");
        }
        var amount = told.amount();
        if (amount != null && !amount.equals(payment.amount())) {
            throw new WrongFileException(
                    told.at().line(),
                    told.at().amount(),
                    "the amount is not the one that was asked for");
        }
        return payment;
    }

    private static Outcome outcome(Told told, Place place) {
        var reason = told.reason();
        return reason == null
                ? new Outcome.Captured(collected(place))
                : new Outcome.Refused(reason.reason(), reason.forGood());
    }

    /** By which name a collected debit is known. */
    private static String collected(Place place) {
        return "debit-%d-%08d".formatted(place.file(), place.line());
    }

    private static Attempt attempt(Payment payment) {
        return new Attempt(payment, null, null, null, 0);
    }

    private static WrongFileException wrong(At at, String reason) {
        return new WrongFileException(at.line(), at.number(), reason);
    }
}
