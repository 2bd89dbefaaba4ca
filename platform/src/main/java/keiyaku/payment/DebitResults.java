package keiyaku.payment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import keiyaku.payment.BankFileStore.BankFile;
import keiyaku.payment.BankFileStore.Place;
import keiyaku.payment.GatewayCalls.Answered;
import keiyaku.payment.gateway.Outcome;
import keiyaku.payment.zengin.Debit;
import keiyaku.payment.zengin.DebitFile;
import keiyaku.payment.zengin.DebitResult;
import keiyaku.payment.zengin.WrongFileException;
import org.springframework.stereotype.Component;

/**
 * Takes what the bank answers to a request file: all of it or, when anything does not agree, none.
 * A result that is told twice finds nothing left to write (P-7).
 */
@Component
class DebitResults {

    private final BankFileStore files;
    private final PaymentStore payments;
    private final AttemptResults results;
    private final Mandates mandates;

    DebitResults(
            BankFileStore files, PaymentStore payments, AttemptResults results, Mandates mandates) {
        this.files = files;
        this.payments = payments;
        this.results = results;
        this.mandates = mandates;
    }

    /**
     * @throws WrongFileException when it is no result file, or not one of a request of ours
     */
    void take(byte[] content) {
        var answers = new ArrayList<Answered<Attempt>>();
        var ended = new HashMap<Payment, DebitResult>();
        var requests = new HashMap<Long, BankFile>();
        int line = 1;
        for (var batch : DebitFile.readResult(content).batches()) {
            for (var debit : batch.debits()) {
                line++;
                var place = place(debit, line);
                var request = request(requests, place, line);
                var payment = payment(place, debit, line);
                answers.add(new Answered<>(attempt(payment), outcome(debit, request)));
                if (debit.result().forGood()) {
                    ended.put(payment, debit.result());
                }
            }
            line += 2;
        }
        results.write(answers);
        ended.forEach((payment, result) -> mandates.ended(payment, result.reason()));
        requests.values().forEach(file -> files.update(file, "answered", null, null));
    }

    private static Place place(Debit debit, int line) {
        var number = debit.customerNumber();
        if (!number.matches("[0-9]{20}")) {
            throw new WrongFileException(line, 92, "the customer number is none of ours");
        }
        return new Place(Long.parseLong(number, 0, 12, 10), Integer.parseInt(number, 12, 20, 10));
    }

    private BankFile request(Map<Long, BankFile> known, Place place, int line) {
        return known.computeIfAbsent(
                place.file(),
                number ->
                        files.find(BankFileStore.OUT, number)
                                .orElseThrow(
                                        () ->
                                                new WrongFileException(
                                                        line, 92, "there is no such request")));
    }

    private Payment payment(Place place, Debit debit, int line) {
        var payment =
                payments.at(place)
                        .orElseThrow(
                                () -> new WrongFileException(line, 92, "it was not asked for"));
        if (payment.amount().minor() != debit.amount()) {
            throw new WrongFileException(line, 81, "the amount is not the one that was asked for");
        }
        return payment;
    }

    private static Outcome outcome(Debit debit, BankFile request) {
        return debit.result() == DebitResult.COLLECTED
                ? new Outcome.Captured(
                        "debit-" + request.number() + "-" + debit.customerNumber().substring(12))
                : new Outcome.Refused(debit.result().reason(), debit.result().forGood());
    }

    private static Attempt attempt(Payment payment) {
        return new Attempt(payment, null, null, null, 0);
    }
}
